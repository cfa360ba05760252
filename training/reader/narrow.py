"""
Narrows a trained reader: `python narrow.py --lessons FILE --model model.pt --inner N --out model.pt`. Of the inner numbers of each layer those go
one after another that the others can best stand in for, the weights of the rest being fitted anew after each (Hassibi and Stork 1993, "Optimal Brain
Surgeon", on the squared error of what the layer passes on). What that still costs, teaching gives back.
"""

import argparse

import torch
import torch.nn.functional as F

import lessons
from encoder import reader_of

BATCHES = 40
# How far the squares of inner numbers are lifted, as a share of their mean, so that they can be inverted.
RIDGE = 1e-3


@torch.no_grad()
def kept(squares, weight, inner):
    """Which inner numbers stay; `squares` [inner, inner] are sums of their products, `weight` [hidden, inner] passes them on."""
    inverse = torch.linalg.inv(squares.double())
    weight = weight.double().clone()
    alive = torch.ones(len(squares), dtype=torch.bool)
    for _ in range(len(squares) - inner):
        loss = weight.square().sum(0) / inverse.diagonal()
        loss[~alive] = torch.inf
        goes = int(loss.argmin())
        row = inverse[goes] / inverse[goes, goes]
        weight -= weight[:, goes : goes + 1] * row
        inverse -= torch.outer(inverse[:, goes], row)
        alive[goes] = False
        inverse[goes, goes] = 1
    return alive.nonzero().squeeze(1)


@torch.no_grad()
def attended(layer, x, mask):
    """What comes out of the first half of a layer."""
    batch, length, hidden = x.shape
    q, k, v = layer.qkv(x).view(batch, length, 3, layer.heads, hidden // layer.heads).permute(2, 0, 3, 1, 4)
    seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
    return layer.norm1(x + layer.out(seen.transpose(1, 2).reshape(batch, length, hidden)))


@torch.no_grad()
def narrowed(reader, batches, inner):
    """The state of a reader whose layers have `inner` inner numbers each, fitted one layer after another to what the wide one passes on."""
    state = {name: value.clone() for name, value in reader.state_dict().items()}
    masks = [batch["mask"][:, None, None, :] for batch in batches]
    embed = []
    layers, reader.layers = reader.layers, torch.nn.ModuleList()
    for batch in batches:
        embed.append(reader.encode(*(batch[name] for name in ("pieces", "shapes", "glued", "quoted", "mask"))))
    reader.layers = layers
    wide, slim = embed, list(embed)
    for n, layer in enumerate(layers):
        wide = [attended(layer, x, mask) for x, mask in zip(wide, masks)]
        slim = [attended(layer, x, mask) for x, mask in zip(slim, masks)]
        size = len(layer.up.bias)
        squares, crossed = torch.zeros(size, size), torch.zeros(size, len(layer.down.bias))
        sums = [wide_x + layer.down(F.gelu(layer.up(wide_x))) for wide_x in wide]
        for batch, target, x in zip(batches, sums, slim):
            real = batch["mask"]
            made = F.gelu(layer.up(x[real]))
            squares += made.T @ made
            crossed += made.T @ (target[real] - x[real] - layer.down.bias)
        ridge = RIDGE * squares.diagonal().mean()
        squares.diagonal().add_(ridge)
        # Towards the weights that are there.
        crossed += ridge * layer.down.weight.T
        fitted = torch.linalg.solve(squares.double(), crossed.double()).T
        stay = kept(squares, fitted, inner)
        down = torch.linalg.solve(squares[stay][:, stay].double(), crossed[stay].double()).T.float()
        up, bias = layer.up.weight[stay], layer.up.bias[stay]
        slim = [layer.norm2(x + F.linear(F.gelu(F.linear(x, up, bias)), down, layer.down.bias)) for x in slim]
        wide = [layer.norm2(target) for target in sums]
        off = sum(((a - b)[batch["mask"]]).square().sum() for a, b, batch in zip(wide, slim, batches))
        print(n, "off", round(float(off / sum((a[batch["mask"]]).square().sum() for a, batch in zip(wide, batches))), 4), flush=True)
        state |= {f"layers.{n}.up.weight": up, f"layers.{n}.up.bias": bias, f"layers.{n}.down.weight": down}
    return {name: value.contiguous() for name, value in state.items()}


def main():
    parser = argparse.ArgumentParser()
    for name in ("lessons", "model", "out"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--inner", type=int, required=True)
    given = parser.parse_args()
    reader = reader_of(torch.load(given.model, map_location="cpu", weights_only=True)).eval()
    made = lessons.one_pass(lessons.read(given.lessons)["fit"], 1, lessons.BOLD_SHARES, lessons.BATCH)
    torch.save(narrowed(reader, list(lessons.loaded(made[:BATCHES], torch.device("cpu"))), given.inner), given.out)


main()
