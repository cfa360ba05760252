"""
Fits the head: `python train.py --lessons FILE.jsonl --states DIR --work DIR`. With `--teachers MODEL …`, heads that were fitted before, it learns
what they make of the lessons, too, and so from texts that nobody marked.
"""

import argparse
import json
import os
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

from facts import Told, pairs_of
from model import KINDS, LONGEST, model_of, opened
from teachers import Teachers

KIND = {name: i for i, name in enumerate(KINDS)}


def kind_of(name):
    return KIND.get(name, 3)


def load(path, folder, layers):
    """The documents to learn from, each with the states of its words."""
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
        if doc["part"] in ("fit", "unmarked"):
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
    """What speaks for each run being a phrase of each kind; at the end, for none: nothing."""
    scores = model.spans(hidden, *doc["runs"])
    return torch.cat([scores, torch.zeros(len(scores), 1)], 1)


def told_of(doc, model, hidden, begin, end, kinds):
    heads = begin + model.heads(hidden, begin, end).argmax(-1)
    return Told(doc, *(x.tolist() for x in (begin, end, heads, kinds)))


def pairs_in(told):
    return [torch.from_numpy(x) for x in pairs_of(told)]


# Phrases back at most that one may take up; phrases of a document at most that are fitted at once.
WIDEST, MOST = 150, 500


def taken_of(scores, wanted):
    """Places of the runs that take up and are taken up: phrases, and what may be taken for one."""
    taken = torch.nonzero((scores[:, :4].logsumexp(-1) > -1.5) | (wanted < len(KINDS))).squeeze(1)
    if len(taken) > MOST:
        begin = random.randrange(len(taken) - MOST)
        taken = taken[begin : begin + MOST]
    return taken


def ranked(model, hidden, runs, pairs):
    """For each run, what speaks for each that stands so many before it [runs, WIDEST + 1]; at 0, for none of them: nothing."""
    later, earlier, known = pairs
    table = torch.full((len(runs[0]), WIDEST + 1), -1e4)
    if len(later):
        scores = model.same(model.phrases(hidden, *runs), later, earlier, known)
        table = table.index_put((later, later - earlier), scores)
    table[:, 0] = 0
    return table


def fitted(doc, scores, model, hidden, taken, pairs, table):
    """
    Losses by what people marked. Mention ranking: all antecedents in a phrase's chain are right, none at all for the first (Lee et al. 2017). What is no
    phrase counts less.
    """
    wanted, chains = doc["labels"]
    spans = F.cross_entropy(scores, wanted, reduction="sum")
    marked = [(i, head) for i, (_, head) in chains.items() if head >= 0]
    at = torch.tensor([i for i, _ in marked])
    begin, end = doc["runs"][0][at], doc["runs"][1][at]
    head = torch.tensor([h for _, h in marked]) - begin
    heads = F.nll_loss(model.heads(hidden, begin, end), head.clamp(0, LONGEST - 1), reduction="sum")
    later, earlier, _ = pairs
    chain = torch.tensor([chains.get(int(i), (-1 - n, 0))[0] for n, i in enumerate(taken)])
    good = torch.zeros_like(table, dtype=torch.bool)
    good[later, later - earlier] = chain[later] == chain[earlier]
    good[:, 0] = ~good.any(1)
    weight = torch.where(torch.tensor([int(i) in chains for i in taken]), 1.0, OTHERS)
    mine = table.masked_fill(~good, -1e4).logsumexp(1)
    return torch.stack([spans, heads, ((table.logsumexp(1) - mine) * weight).sum()])


def taught(doc, scores, theirs, model, hidden, teacher, known, taken, runs, pairs, table):
    """Losses by what teachers make of it: cross-entropies with their shares."""
    share = theirs.softmax(-1)
    strength = share[taken, :4].sum(-1)
    spans = -(share * scores.log_softmax(-1)).sum()
    with torch.no_grad():
        their_heads = teacher.heads(known, *runs).exp()
        their_ranks = ranked(teacher, known, runs, pairs).softmax(-1)
    heads = -((their_heads * model.heads(hidden, *runs).clamp(min=-30)).sum(-1) * strength).sum()
    logs = table.clamp(min=-1e3) - table.logsumexp(1, keepdim=True)
    weight = OTHERS + (1 - OTHERS) * strength
    return torch.stack([spans, heads, (-(their_ranks * logs).sum(1) * weight).sum()]), float(share[:, :4].sum())


# How much a phrase that is none counts, among phrases; how much heads count; how much teachers do where people marked.
OTHERS, HEADS, TAUGHT = 0.3, 0.5, 0.5


def loss_of(model, doc, teacher=None):
    """Losses of a document a phrase: which runs are phrases of which kind, their heads, what they take up."""
    hidden = encode(model, doc)
    scores = span_scores(model, hidden, doc)
    guide, known, theirs = model, hidden, scores.detach()
    if teacher:
        with torch.no_grad():
            guide, known = teacher, encode(teacher, doc)
            theirs = span_scores(teacher, known, doc)
    wanted = doc["labels"][0]
    taken = taken_of(theirs, wanted)
    runs = tuple(x[taken] for x in doc["runs"])
    kinds = torch.where(wanted[taken] < len(KINDS), wanted[taken], theirs[taken, :4].argmax(-1))
    pairs = pairs_in(told_of(doc, guide, known, *runs, kinds))
    table = ranked(model, hidden, runs, pairs)
    losses, size = torch.zeros(3), len(doc["gold"])
    if doc["part"] == "fit":
        losses = fitted(doc, scores, model, hidden, taken, pairs, table) * (1 - TAUGHT if teacher else 1)
    if teacher:
        more, likely = taught(doc, scores, theirs, model, hidden, teacher, known, taken, runs, pairs, table)
        losses = losses + more * (TAUGHT if doc["part"] == "fit" else 1)
        size = size or likely
    return losses / (size + 1)


def main():
    parser = argparse.ArgumentParser()
    for name in ("lessons", "states", "work"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--teachers", nargs="*", default=[])
    # Layers of the encoder that are read; of these the head takes the last so many.
    parser.add_argument("--from-layers", type=int, nargs="+", default=[1, 3, 5])
    parser.add_argument("--taken", type=int, default=2)
    parser.add_argument("--layers", type=int, default=1)
    parser.add_argument("--hidden", type=int, default=256)
    parser.add_argument("--span", type=int, default=32)
    parser.add_argument("--passes", type=int, default=12)
    parser.add_argument("--rate", type=float, default=8e-4)
    parser.add_argument("--dropout", type=float, default=0.15)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(given.seed)
    random.seed(given.seed)
    os.makedirs(given.work, exist_ok=True)
    fit = [doc for doc in load(given.lessons, given.states, given.from_layers) if doc["part"] == "fit" or given.teachers]
    for doc in fit:
        doc["runs"] = candidates(doc)
        doc["labels"] = labels(doc)
    each = fit[0]["states"].shape[1] // len(given.from_layers)
    model = model_of(vars(given), each * given.taken, given.dropout)
    teacher = Teachers([opened(path)[0] for path in given.teachers]) if given.teachers else None
    steps = given.passes * len(fit)
    optimizer = torch.optim.AdamW(model.parameters(), lr=given.rate, weight_decay=0.01, betas=(0.9, 0.98))
    rate = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda n: min((n + 1) / (0.05 * steps), max(0.15, (steps - n) / (0.95 * steps))))
    # What is kept is a running mean of the weights.
    mean = torch.optim.swa_utils.AveragedModel(model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.998))
    for turn in range(given.passes):
        begun, sums = time.time(), np.zeros(3)
        model.train()
        for doc in random.sample(fit, len(fit)):
            losses = loss_of(model, doc, teacher)
            loss = losses[0] + HEADS * losses[1] + losses[2]
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            rate.step()
            if turn > 0:
                mean.update_parameters(model)
            sums += losses.detach().numpy()
        spans, heads, same = sums / len(fit)
        print(f"pass {turn + 1}: spans {spans:.3f} heads {heads:.3f} same {same:.3f} {time.time() - begun:.0f} s", flush=True)
        kept = mean.module if turn > 0 else model
        torch.save({"model": kept.state_dict(), "given": vars(given)}, os.path.join(given.work, "model.pt"))


if __name__ == "__main__":
    main()
