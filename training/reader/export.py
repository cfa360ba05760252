"""Writes what is shipped: `python export.py --model model.pt --layers 6 --words words.txt --version V --out DIR` (ONNX with 8-bit weights)."""

import argparse
import json
import os
import shutil

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from encoder import Reader
from scoring import tables

SHIPPED = {
    "names": ["person", "organization", "location", "misc"],
    "roles": ["source", "cue", "content"],
    "times": ["DATE", "TIME", "DURATION", "SET"],
    "events": ["event"],
}


class Shipped(nn.Module):
    """The network as it is run: scores of the shipped heads, one after another, for every piece."""

    def __init__(self, reader):
        super().__init__()
        self.reader = reader
        heads = [reader.heads[head] for head in SHIPPED]
        width = sum(head.out_features for head in heads)
        self.head = nn.Linear(heads[0].in_features, width)
        self.head.weight.data = torch.cat([head.weight.data for head in heads])
        self.head.bias.data = torch.cat([head.bias.data for head in heads])

    def forward(self, pieces, shapes, glued, quoted, mask):
        return self.head(self.reader.encode(pieces, shapes, glued, quoted, mask > 0))


def main():
    parser = argparse.ArgumentParser()
    for name in ("model", "words", "version", "out"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--layers", type=int, default=6)
    given = parser.parse_args()

    reader = Reader(given.layers)
    state = torch.load(given.model, map_location="cpu", weights_only=True)
    reader.load_state_dict(state.get("model", state))
    # In training mode dropout would be exported too.
    network = Shipped(reader).eval()
    os.makedirs(given.out, exist_ok=True)
    plain, packed = (os.path.join(given.out, name) for name in ("plain.onnx", "network.onnx"))
    names = ["pieces", "shapes", "glued", "quoted", "mask"]
    example = tuple(torch.ones(2, 16, dtype=torch.int64) for _ in names)
    axes = {name: {0: "rows", 1: "length"} for name in [*names, "scores"]}
    with torch.no_grad():
        torch.onnx.export(network, example, plain, input_names=names, output_names=["scores"], dynamic_axes=axes, opset_version=17, dynamo=False)
    quantize_dynamic(plain, packed, per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul", "Gather"])
    os.remove(plain)
    heads = []
    for head, kinds in SHIPPED.items():
        moves, starts = tables(reader, head)
        numbers = [round(float(x), 4) for x in [*moves.flatten(), *starts]]
        heads.append({"kinds": kinds, "moves": numbers, "curves": [[] for _ in kinds]})
    with open(os.path.join(given.out, "settings.json"), "w", encoding="utf-8") as out:
        json.dump({"version": given.version, "heads": heads}, out)
    shutil.copy(given.words, os.path.join(given.out, "words.txt"))
    print(os.path.getsize(packed))


main()
