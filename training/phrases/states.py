"""
What the reader's encoder makes of each window: `python states.py --lessons FILE.jsonl --network large.onnx --out DIR`. Writes the states of
some layers, 16-bit, all pieces one after another.
"""

import argparse
import json
import os

import numpy as np
import onnx
import onnxruntime

INPUTS = ("pieces", "shapes", "glued", "quoted")


def states_of(layer):
    return f"/layers.{layer}/norm2/LayerNormalization_output_0"


def opened(path, layers):
    """The network with the states of those layers among its outputs."""
    model = onnx.load(path)
    for layer in layers:
        model.graph.output.append(onnx.helper.make_tensor_value_info(states_of(layer), onnx.TensorProto.FLOAT, None))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])


def main():
    parser = argparse.ArgumentParser()
    for name in ("lessons", "network", "out"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--layers", type=int, nargs="+", default=[1, 3, 5])
    given = parser.parse_args()

    session = opened(given.network, given.layers)
    # A network that has a head for phrases already asks for the words' places too.
    headed = "firsts" in [one.name for one in session.get_inputs()]
    wanted = [states_of(layer) for layer in given.layers]
    found = [[] for _ in wanted]
    with open(given.lessons, encoding="utf-8") as lines:
        for line in lines:
            for window in json.loads(line)["windows"]:
                inputs = {name: np.array([window[name]], dtype=np.int64) for name in INPUTS}
                if headed:
                    inputs["firsts"] = np.array(window["firsts"], dtype=np.int64)
                for own, states in zip(found, session.run(wanted, inputs)):
                    own.append(states[0].astype(np.float16))
    os.makedirs(given.out, exist_ok=True)
    for layer, own in zip(given.layers, found):
        np.save(os.path.join(given.out, f"{layer}.npy"), np.concatenate(own))
    print(sum(len(states) for states in found[0]), "pieces")


if __name__ == "__main__":
    main()
