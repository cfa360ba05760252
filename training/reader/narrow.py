"""
Narrows a trained reader: `python narrow.py --lessons FILE --model model.pt --inner N --out model.pt`. Of the inner numbers of each layer those are
kept that say most: whose mean size, times the weight with which it is passed on, is largest. What that costs, teaching gives back.
"""

import argparse

import torch
import torch.nn.functional as F

import lessons
from encoder import reader_of
from fitting import device_of

WINDOWS = 600


@torch.no_grad()
def sizes(reader, batches, device):
    """Mean absolute size of the inner numbers of each layer."""
    sums = [torch.zeros(len(layer.up.bias), device=device) for layer in reader.layers]
    seen = 0
    watches = [
        layer.up.register_forward_hook(lambda _, __, out, n=n: sums[n].add_((F.gelu(out).abs() * kept.unsqueeze(2)).sum((0, 1))))
        for n, layer in enumerate(reader.layers)
    ]
    for batch in lessons.loaded(batches, device):
        kept = batch["mask"].float()
        seen += float(kept.sum())
        reader.emissions(batch)
    for watch in watches:
        watch.remove()
    return [total / seen for total in sums]


def narrowed(reader, weights, inner):
    """The state of a reader with the inner numbers that weigh most."""
    state = reader.state_dict()
    for n, (layer, size) in enumerate(zip(reader.layers, weights)):
        worth = size * layer.down.weight.norm(dim=0)
        kept = worth.topk(inner).indices.sort().values
        state[f"layers.{n}.up.weight"] = layer.up.weight[kept]
        state[f"layers.{n}.up.bias"] = layer.up.bias[kept]
        state[f"layers.{n}.down.weight"] = layer.down.weight[:, kept]
    return {name: value.detach().contiguous() for name, value in state.items()}


def main():
    parser = argparse.ArgumentParser()
    for name in ("lessons", "model", "out"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--inner", type=int, required=True)
    given = parser.parse_args()
    device, _ = device_of()
    reader = reader_of(torch.load(given.model, map_location="cpu", weights_only=True)).to(device).eval()
    docs = lessons.read(given.lessons)
    made = lessons.one_pass(docs["fit"], 1, lessons.LIFTED_SHARES, lessons.BATCH)
    torch.save(narrowed(reader, sizes(reader, made[: WINDOWS // 10], device), given.inner), given.out)


main()
