"""
Puts the head into a network: `python export.py --model model.pt --network large.onnx --out DIR`. Writes the network with the head, 8-bit weights,
and beside it the numbers that are used outside of it.
"""

import argparse
import json
import os

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from model import opened
from shipped import ShippedLayer
from states import states_of

PREFIX = "phrases/"


class Shipped(nn.Module):
    """What the network gives of each word: `firsts` are the places of the words' first pieces."""

    def __init__(self, model):
        super().__init__()
        model.layers = nn.ModuleList(ShippedLayer(layer) for layer in model.layers)
        self.model = model

    def forward(self, firsts, *states):
        model = self.model
        hidden = model.encode(torch.cat([own[:, firsts] for own in states], -1), None)[0]
        parts = [model.first, model.last, model.first_alone, model.last_alone, model.head, model.parts]
        return torch.cat([part(hidden) for part in parts], -1)


def head_of(model, layers, path):
    inputs = ["firsts", *(f"states{layer}" for layer in layers)]
    hidden = model.enter.in_features // len(layers)
    example = (torch.arange(8), *(torch.rand(1, 16, hidden) for _ in layers))
    axes = {"firsts": {0: "words"}, "phrases": {0: "words"}, **{name: {1: "length"} for name in inputs[1:]}}
    with torch.no_grad():
        torch.onnx.export(Shipped(model).eval(), example, f"{path}.plain", input_names=inputs, output_names=["phrases"], dynamic_axes=axes, opset_version=17, dynamo=False)
    quantize_dynamic(f"{path}.plain", path, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul"])
    os.remove(f"{path}.plain")
    head = onnx.load(path)
    os.remove(path)
    return head


def main():
    parser = argparse.ArgumentParser()
    for name in ("model", "network", "out"):
        parser.add_argument(f"--{name}", required=True)
    given = parser.parse_args()
    model, how = opened(given.model)
    layers = how["from_layers"][-how["taken"] :]

    name = os.path.splitext(os.path.basename(given.network))[0]
    path = os.path.join(given.out, f"{name}.onnx")
    network = onnx.load(given.network, load_external_data=False)
    strip(network.graph)
    head = onnx.compose.add_prefix(head_of(model, layers, f"{path}.head"), PREFIX, rename_inputs=True)
    for layer in layers:
        network.graph.output.append(onnx.helper.make_tensor_value_info(states_of(layer), onnx.TensorProto.FLOAT, None))
    ties = [(states_of(layer), f"{PREFIX}states{layer}") for layer in layers]
    graph = onnx.compose.merge_graphs(network.graph, head.graph, io_map=ties)
    rename(graph, f"{PREFIX}firsts", "firsts")
    rename(graph, f"{PREFIX}phrases", "phrases")
    # Shapes of the two are told by the same names, which they do not share: onnxruntime tells them itself.
    del graph.value_info[:]
    network.graph.CopyFrom(graph)
    onnx.save(network, path)

    beside = [
        model.width.weight, model.product.weight, model.left.weight, model.left.bias, model.right.weight,
        model.score.weight, model.score.bias, model.alone.weight, model.alone.bias, model.facts.weight,
    ]
    numbers = np.concatenate([part.detach().numpy().astype("<f4").ravel() for part in beside])
    numbers.tofile(os.path.join(given.out, f"{name}.phrases.bin"))
    settings_path = os.path.join(given.out, f"{name}.json")
    settings = json.load(open(settings_path, encoding="utf-8"))
    settings["phrases"] = {"file": f"{name}.phrases.bin", "curve": {"slope": 1, "shift": 0, "length": 0}}
    json.dump(settings, open(settings_path, "w", encoding="utf-8"))
    print(os.path.getsize(path), len(numbers))


def strip(graph):
    """Takes a head away that a network has already."""
    del graph.output[1:]
    for own in (graph.node, graph.initializer, graph.value_info):
        kept = [one for one in own if not one.name.startswith(PREFIX)]
        del own[:]
        own.extend(kept)
    inputs = [one for one in graph.input if one.name != "firsts"]
    del graph.input[:]
    graph.input.extend(inputs)


def rename(graph, old, new):
    for value in [*graph.input, *graph.output]:
        if value.name == old:
            value.name = new
    for node in graph.node:
        for names in (node.input, node.output):
            for at, name in enumerate(names):
                if name == old:
                    names[at] = new


main()
