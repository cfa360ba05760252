"""Fits the head: `python train.py --lessons FILE.jsonl --states DIR --work DIR`."""

import argparse
import json
import os
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

from facts import Told, pairs_of
from model import KINDS, LONGEST, Phrases

KIND = {name: i for i, name in enumerate(KINDS)}


def kind_of(name):
    return KIND.get(name, 3)


def load(path, folder, layers):
    """The documents to fit on, each with the states of its words."""
    states = [np.load(os.path.join(folder, f"{layer}.npy"), mmap_mode="r") for layer in layers]
    docs, at = [], 0
    for line in open(path, encoding="utf-8"):
        doc = json.loads(line)
        rows, sizes = [], []
        for window in doc["windows"]:
            rows.extend(at + first for first in window["firsts"])
            sizes.append(len(window["firsts"]))
            at += len(window["pieces"])
        doc["states"] = torch.from_numpy(np.concatenate([own[rows] for own in states], 1)).float()
        doc["sizes"] = sizes
        doc["entities"] = {}
        for begin, end, _, entity, form in doc["mentions"]:
            if form == "name":
                for word in range(begin, end + 1):
                    doc["entities"][word] = entity
        if doc["part"] == "fit":
            docs.append(doc)
    return docs


def candidates(doc):
    """All runs of at most LONGEST words within a sentence."""
    sentence = np.array(doc["sentence"])
    count = len(sentence)
    begin = np.repeat(np.arange(count), LONGEST)
    end = begin + np.tile(np.arange(LONGEST), count)
    keep = end < count
    begin, end = begin[keep], end[keep]
    keep = sentence[begin] == sentence[end]
    return torch.from_numpy(begin[keep]), torch.from_numpy(end[keep])


def labels(doc):
    """The kind of each run, and the chain and head of those that are phrases, by the run's place."""
    begin, end = doc["runs"]
    wanted = torch.full((len(begin),), len(KINDS), dtype=torch.long)
    at = {(int(b), int(e)): i for i, (b, e) in enumerate(zip(begin, end))}
    chains = {}
    for b, e, head, kind, chain in doc["gold"]:
        i = at.get((b, e))
        if i is not None:
            wanted[i] = kind_of(kind)
            chains[i] = (chain, head)
    return wanted, chains


def encode(model, doc):
    """Hidden states of a document's words; each window is read by itself."""
    hidden, at = [], 0
    for size in doc["sizes"]:
        hidden.append(model.encode(doc["states"][at : at + size].unsqueeze(0), None)[0])
        at += size
    return torch.cat(hidden)


def span_scores(model, hidden, doc):
    scores = model.spans(hidden, *doc["runs"])
    return torch.cat([scores, torch.zeros(len(scores), 1)], 1)


def told_of(doc, model, hidden, begin, end, kinds):
    heads = begin + model.heads(hidden, begin, end).argmax(-1)
    return Told(doc, *(x.tolist() for x in (begin, end, heads, kinds)))


def pairs_in(told):
    return [torch.from_numpy(x) for x in pairs_of(told)]


# Phrases back at most that one may take up; phrases of a document at most that are fitted at once.
WIDEST, MOST = 150, 500


def same_loss(model, doc, hidden, scores, wanted, chains):
    """Mention ranking: all antecedents in a phrase's chain are right, none at all for the first (Lee et al. 2017). What is no phrase counts less."""
    likely = scores[:, :4].logsumexp(-1).detach() > -1.5
    taken = torch.nonzero(likely | (wanted < len(KINDS))).squeeze(1)
    if len(taken) > MOST:
        begin = random.randrange(len(taken) - MOST)
        taken = taken[begin : begin + MOST]
    begin, end = (x[taken] for x in doc["runs"])
    kinds = torch.where(wanted[taken] < len(KINDS), wanted[taken], scores[taken, :4].argmax(-1))
    told = told_of(doc, model, hidden, begin, end, kinds)
    later, earlier, known = pairs_in(told)
    if len(later) == 0:
        return hidden.sum() * 0
    phrases = model.phrases(hidden, begin, end)
    pairs = model.same(phrases, later, earlier, known)
    chain = torch.tensor([chains.get(int(i), (-1 - n, 0))[0] for n, i in enumerate(taken)])
    right = chain[later] == chain[earlier]
    table = torch.full((len(taken), WIDEST + 1), -1e4)
    table = table.index_put((later, later - earlier), pairs)
    table[:, 0] = 0
    good = torch.zeros_like(table, dtype=torch.bool)
    good[later, later - earlier] = right
    none = ~good.any(1)
    good[:, 0] = none
    every = table.logsumexp(1)
    mine = table.masked_fill(~good, -1e4).logsumexp(1)
    gold = torch.tensor([int(i) in chains for i in taken])
    weight = torch.where(gold, 1.0, 0.3)
    return ((every - mine) * weight).sum()


def loss_of(model, doc):
    """Losses of a document: which runs are phrases of which kind, their heads, what they take up."""
    hidden = encode(model, doc)
    scores = span_scores(model, hidden, doc)
    wanted, chains = doc["labels"]
    spans = F.cross_entropy(scores, wanted, reduction="sum")
    marked = [(i, head) for i, (_, head) in chains.items() if head >= 0]
    at = torch.tensor([i for i, _ in marked])
    begin, end = doc["runs"][0][at], doc["runs"][1][at]
    head = torch.tensor([h for _, h in marked]) - begin
    heads = F.nll_loss(model.heads(hidden, begin, end), head.clamp(0, LONGEST - 1), reduction="sum")
    same = same_loss(model, doc, hidden, scores, wanted, chains)
    return spans, heads, same


def main():
    parser = argparse.ArgumentParser()
    for name in ("lessons", "states", "work"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--from-layers", type=int, nargs="+", default=[1, 3, 5])
    parser.add_argument("--layers", type=int, default=1)
    parser.add_argument("--hidden", type=int, default=384)
    parser.add_argument("--passes", type=int, default=14)
    parser.add_argument("--rate", type=float, default=6e-4)
    parser.add_argument("--dropout", type=float, default=0.3)
    given = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(1)
    random.seed(1)
    os.makedirs(given.work, exist_ok=True)
    docs = load(given.lessons, given.states, given.from_layers)
    for doc in docs:
        doc["runs"] = candidates(doc)
        doc["labels"] = labels(doc)
    fit = docs
    model = Phrases(docs[0]["states"].shape[1], hidden=given.hidden, layers=given.layers, dropout=given.dropout)
    steps = given.passes * len(fit)
    optimizer = torch.optim.AdamW(model.parameters(), lr=given.rate, weight_decay=0.01, betas=(0.9, 0.98))
    rate = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda n: min((n + 1) / (0.05 * steps), max(0.0, (steps - n) / (0.95 * steps))))
    for turn in range(given.passes):
        begun, sums = time.time(), np.zeros(3)
        model.train()
        for doc in random.sample(fit, len(fit)):
            spans, heads, same = loss_of(model, doc)
            size = len(doc["gold"]) + 1
            loss = (spans + 0.5 * heads + same) / size
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            rate.step()
            sums += [float(x.detach()) / size for x in (spans, heads, same)]
        print(f"pass {turn + 1}: spans {sums[0] / len(fit):.3f} heads {sums[1] / len(fit):.3f} same {sums[2] / len(fit):.3f} {time.time() - begun:.0f} s", flush=True)
    torch.save({"model": model.state_dict(), "given": vars(given)}, os.path.join(given.work, "model.pt"))


if __name__ == "__main__":
    main()
