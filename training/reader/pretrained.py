"""Readers that begin with the weights of all-MiniLM-L6-v2 or all-mpnet-base-v2 (both Apache-2.0)."""

import os

import torch
from safetensors.torch import load_file

from encoder import MOST_PIECES, Reader

# Where each part of a layer stands in the two packages.
BERT = {
    "qkv": ("attention.self.query", "attention.self.key", "attention.self.value"),
    "out": ("attention.output.dense",),
    "norm1": ("attention.output.LayerNorm",),
    "up": ("intermediate.dense",),
    "down": ("output.dense",),
    "norm2": ("output.LayerNorm",),
}
MPNET = BERT | {
    "qkv": ("attention.attn.q", "attention.attn.k", "attention.attn.v"),
    "out": ("attention.attn.o",),
    "norm1": ("attention.LayerNorm",),
}
# MPNet's names for BERT's marks; all other pieces have one spelling in both.
MARKS = {"[PAD]": "<pad>", "[CLS]": "<s>", "[SEP]": "</s>", "[MASK]": "<mask>"}
MPNET_HEADS = 12


def lines_of(path):
    with open(path, encoding="utf-8") as lines:
        return [line.rstrip("\n") for line in lines]


def layers_of(raw, names, count):
    for n in range(count):
        for own, parts in names.items():
            for kind in ("weight", "bias"):
                yield f"layers.{n}.{own}.{kind}", torch.cat([raw[f"encoder.layer.{n}.{part}.{kind}"] for part in parts])


def minilm(raw, layers):
    """The lowest layers."""
    reader = Reader(layers, *raw["embeddings.word_embeddings.weight"].shape)
    places = raw["embeddings.position_embeddings.weight"] + raw["embeddings.token_type_embeddings.weight"][0]
    return reader, {"words.weight": raw["embeddings.word_embeddings.weight"], "places.weight": places, **dict(layers_of(raw, BERT, layers))}


def mpnet(raw, layers, own, words):
    """With its word table put in the order of the pieces in use."""
    at = {piece: n for n, piece in enumerate(own)}
    order = torch.tensor([at.get(MARKS.get(piece, piece), at["[UNK]"]) for piece in words])
    table = raw["embeddings.word_embeddings.weight"][order]
    reader = Reader(layers, *table.shape, heads=MPNET_HEADS, distances=True)
    # Its first two places stand for padding.
    places = raw["embeddings.position_embeddings.weight"][2 : 2 + MOST_PIECES]
    distances = raw["encoder.relative_attention_bias.weight"]
    return reader, {"words.weight": table, "places.weight": places, "distances.scores.weight": distances, **dict(layers_of(raw, MPNET, layers))}


def pretrained(folder, words, layers):
    """A reader from a folder with `model.safetensors` and `vocab.txt`; `words` is the word table that the lessons were made with."""
    raw = {name.removeprefix("bert.").removeprefix("mpnet."): value for name, value in load_file(os.path.join(folder, "model.safetensors")).items()}
    if "encoder.relative_attention_bias.weight" in raw:
        reader, known = mpnet(raw, layers or 12, lines_of(os.path.join(folder, "vocab.txt")), lines_of(words))
    else:
        reader, known = minilm(raw, layers or 6)
    norm = {f"norm.{kind}": raw[f"embeddings.LayerNorm.{kind}"] for kind in ("weight", "bias")}
    reader.load_state_dict(reader.state_dict() | known | norm)
    return reader
