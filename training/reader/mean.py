"""The mean of two models of one size: `python mean.py --models A B --share S --out model.pt`, where S is the share of the second."""

import argparse

import torch


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--models", nargs=2, required=True)
    parser.add_argument("--share", type=float, required=True)
    parser.add_argument("--out", required=True)
    given = parser.parse_args()
    first, second = (torch.load(path, map_location="cpu", weights_only=True) for path in given.models)
    mixed = lambda a, b: a + given.share * (b - a) if a.is_floating_point() else a
    torch.save({name: mixed(value, second[name]) for name, value in first.items()}, given.out)


main()
