"""
Writes what is shipped: `python export.py --model model.pt --name large --words vocab.txt --version V --out DIR`. A network in ONNX with
8-bit weights, the moves of its heads, and beside them the word table, which networks share: it stays as it was pretrained.
"""

import argparse
import json
import os
import shutil

import onnx
import torch
from onnx.external_data_helper import set_external_data
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from encoder import SHIPPED, reader_of
from scoring import tables
from shipped import ShippedLayer

KINDS = {
    "names": ["person", "organization", "location", "misc"],
    "roles": ["source", "cue", "content"],
    "times": ["DATE", "TIME", "DURATION", "SET"],
    "events": ["event"],
}
TABLE = "words.bin"


class Table(nn.Module):
    """Rows of 8-bit numbers, each with a scale."""

    def __init__(self, weight):
        super().__init__()
        scales = weight.abs().amax(1, keepdim=True).clamp(min=1e-9) / 127
        self.register_buffer("codes", (weight / scales).round().to(torch.int8))
        self.register_buffer("scales", scales)

    def forward(self, at):
        return self.codes[at].float() * self.scales[at]


class Shipped(nn.Module):
    """The network as it is run, on one window at a time: scores of the shipped heads, one after another, for every piece."""

    def __init__(self, reader):
        super().__init__()
        reader.words = Table(reader.words.weight.data)
        reader.layers = nn.ModuleList(ShippedLayer(layer) for layer in reader.layers)
        self.reader = reader
        heads = [reader.heads[head] for head in SHIPPED]
        self.head = nn.Linear(heads[0].in_features, sum(head.out_features for head in heads))
        self.head.weight.data = torch.cat([head.weight.data for head in heads])
        self.head.bias.data = torch.cat([head.bias.data for head in heads])

    def forward(self, pieces, shapes, glued, quoted):
        return self.head(self.reader.encode(pieces, shapes, glued, quoted, None))


def exported(network, path):
    """Writes a network with 8-bit weights to a path."""
    plain = f"{path}.plain"
    names = ["pieces", "shapes", "glued", "quoted"]
    example = tuple(torch.ones(1, 16, dtype=torch.int64) for _ in names)
    axes = {name: {1: "length"} for name in [*names, "scores"]}
    with torch.no_grad():
        torch.onnx.export(network, example, plain, input_names=names, output_names=["scores"], dynamic_axes=axes, opset_version=17, dynamo=False)
    # Processors without VNNI add pairs of products in 16 bits: weights of 7 bits do not overflow there.
    quantize_dynamic(plain, path, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul"])
    os.remove(plain)


def share_table(path):
    """Moves the word table out of a network's file, into one beside it."""
    model = onnx.load(path)
    parts = [one for name in ("codes", "scales") for one in model.graph.initializer if one.name.endswith(f"words.{name}")]
    with open(os.path.join(os.path.dirname(path), TABLE), "wb") as out:
        for part in parts:
            offset = out.tell()
            out.write(part.raw_data)
            set_external_data(part, TABLE, offset=offset, length=len(part.raw_data))
            part.ClearField("raw_data")
    onnx.save(model, path)


def main():
    parser = argparse.ArgumentParser()
    for name in ("model", "name", "words", "version", "out"):
        parser.add_argument(f"--{name}", required=True)
    given = parser.parse_args()

    reader = reader_of(torch.load(given.model, map_location="cpu", weights_only=True))
    heads = []
    for head in SHIPPED:
        moves, starts = tables(reader, head)
        heads.append({"kinds": KINDS[head], "moves": [round(float(x), 4) for x in [*moves.flatten(), *starts]], "curves": [[] for _ in KINDS[head]]})
    os.makedirs(given.out, exist_ok=True)
    path = os.path.join(given.out, f"{given.name}.onnx")
    # In training mode dropout would be exported too.
    exported(Shipped(reader).eval(), path)
    share_table(path)
    with open(os.path.join(given.out, f"{given.name}.json"), "w", encoding="utf-8") as out:
        json.dump({"version": given.version, "heads": heads}, out)
    shutil.copy(given.words, os.path.join(given.out, "words.txt"))
    print(os.path.getsize(path))


if __name__ == "__main__":
    main()
