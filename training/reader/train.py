"""Trains a reader on what people marked: `python train.py --lessons FILE --weights FOLDER --words vocab.txt --work DIR`. Goes on where it was stopped."""

import argparse
import os
import random

import torch
import torch.nn.functional as F

import lessons
from encoder import CHAINED, KINDS, path_loss
from fitting import device_of, fit, say
from pretrained import pretrained
from scoring import measure


def head_loss(model, head, emissions, labels, words):
    """Loss of one head, summed over the words that somebody looked at."""
    if head not in CHAINED:
        return F.cross_entropy(emissions.flatten(0, 1), labels.flatten(), ignore_index=-1, reduction="sum")
    marked = labels[:, :1] >= 0
    first, steps = model.crfs[head].potentials(emissions)
    wanted = F.one_hot(labels.clamp(min=0), emissions.shape[2]) * marked.unsqueeze(2)
    moves = wanted[:, :-1].unsqueeze(3) * wanted[:, 1:].unsqueeze(2)
    # Of a row that nobody marked one word is left, which counts for nothing.
    unmarked = (torch.logsumexp(first, 1) * ~marked.squeeze(1)).sum()
    return path_loss(first, steps, words & marked, wanted[:, 0], moves) - unmarked


def gold_loss(model, batch, emissions):
    """Mean loss a word; a head that half of the words were marked for counts half."""
    given = [head for head in KINDS if head in batch]
    return sum(head_loss(model, head, emissions[head], batch[head], batch["words"]) for head in given) / batch["words"].sum()


def main():
    parser = argparse.ArgumentParser()
    for name in ("lessons", "weights", "words", "work"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--layers", type=int)
    parser.add_argument("--passes", type=int, default=6)
    parser.add_argument("--batch", type=int, default=lessons.BATCH)
    parser.add_argument("--rate", type=float, default=2.5e-4)
    parser.add_argument("--seconds", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    given = parser.parse_args()

    torch.set_num_threads(given.threads)
    torch.manual_seed(given.seed)
    random.seed(given.seed)
    device, fast = device_of()
    docs = lessons.read(given.lessons)
    model = pretrained(given.weights, given.words, given.layers).to(device)
    say(device=str(device), fast=fast)
    fit(
        model,
        lambda nth: lessons.one_pass(docs["fit"], given.seed * 1000 + nth, lessons.SHARES, given.batch),
        lambda batch: gold_loss(model, batch, model.emissions(batch, fast)),
        passes=given.passes,
        top=given.rate,
        work=given.work,
        device=device,
        seconds=given.seconds,
    )
    for corpus, some in sorted(docs["measured"].items()):
        say(measured=corpus, figures=measure([model], some, device, fast))


if __name__ == "__main__":
    main()
