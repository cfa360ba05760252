"""Trains a reader on what people marked: `python train.py --lessons FILE --weights FOLDER --words vocab.txt --work DIR`. Goes on where it was stopped."""

import torch
import torch.nn.functional as F

import lessons
from encoder import CHAINED, KINDS, path_loss
from fitting import begin, fit_and_measure, parser_of, say
from pretrained import pretrained


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
    given = parser_of(passes=6).parse_args()
    device, fast = begin(given)
    docs = lessons.read(given.lessons)
    model = pretrained(given.weights, given.words, given.layers).to(device)
    say(device=str(device), fast=fast)
    fit_and_measure(model, docs, lessons.SHARES, lambda batch: gold_loss(model, batch, model.emissions(batch, fast)), given, device, fast)


if __name__ == "__main__":
    main()
