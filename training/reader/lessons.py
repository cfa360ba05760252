"""Lessons as windows of pieces, and windows as batches."""

import json
import random
from collections import defaultdict

import torch

WINDOW = 192
BATCH = 2048
START, END = 101, 102

# How often a document of each corpus is read in one pass; silver names and events by other rules count little.
SHARES = {"polnear": 0.5, "worldwide": 1.0, "gum": 1.0, "gmb": 0.12, "te3": 2.0, "wikiwars": 1.0, "ecb": 0.4, "meantime": 2.0}


def read(path):
    """Documents by part and corpus."""
    found = defaultdict(lambda: defaultdict(list))
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            doc = json.loads(line)
            found[doc["part"]][doc["corpus"]].append(doc)
    return found


def windows(doc, jitter=None):
    """Runs of words whose pieces fit a window, cut where a passage ends if one does in the last third. The first cut is moved at random."""
    firsts, count = doc["firsts"], len(doc["shapes"])
    ends = set(doc["passages"][1:])
    start, room = 0, WINDOW - 2
    limit = room if jitter is None else jitter.randint(room // 3, room)
    while start < count:
        stop, breaks, size, best = start, 0, 0, None
        while stop < count:
            more = firsts[stop + 1] - firsts[stop] + (1 if stop in ends and stop > start else 0)
            if size + more > limit and stop > start:
                break
            size += more
            stop += 1
            if stop in ends and size > limit * 2 / 3:
                best = stop
        if stop < count and best:
            stop = best
        yield start, stop
        start, limit = stop, room


def laid_out(doc, start, stop):
    """One window: pieces with their features, where each word's first piece stands, and labels by head."""
    ends = set(doc["passages"][1:])
    pieces, shapes, glued, quoted, first = [START], [0], [0], [0], []
    for word in range(start, stop):
        if word in ends and word > start:
            pieces.append(END), shapes.append(0), glued.append(0), quoted.append(0)
        first.append(len(pieces))
        for piece in doc["pieces"][doc["firsts"][word] : doc["firsts"][word + 1]][: WINDOW - 2]:
            pieces.append(piece), shapes.append(doc["shapes"][word])
            glued.append(doc["glued"][word]), quoted.append(doc["quoted"][word])
    pieces.append(END), shapes.append(0), glued.append(0), quoted.append(0)
    heads = {head: labels[start:stop] for head, labels in doc["heads"].items()}
    return {"pieces": pieces, "shapes": shapes, "glued": glued, "quoted": quoted, "first": first, "heads": heads}


def batches(found, size=BATCH):
    """Windows of like length together, about `size` pieces each."""
    found = sorted(found, key=lambda window: len(window["pieces"]))
    batch, longest = [], 0
    for window in found:
        longest = max(longest, len(window["pieces"]))
        if batch and longest * (len(batch) + 1) > size:
            yield batch
            batch, longest = [], len(window["pieces"])
        batch.append(window)
    if batch:
        yield batch


def one_pass(corpora, seed):
    """The batches of one pass, in random order."""
    rng = random.Random(seed)
    found = []
    for corpus, docs in sorted(corpora.items()):
        share = SHARES[corpus]
        for doc in docs:
            times = int(share) + (1 if rng.random() < share % 1 else 0)
            for _ in range(times):
                found += [laid_out(doc, start, stop) for start, stop in windows(doc, rng)]
    rng.shuffle(found)
    # Sorted by length within large groups, so that no two passes make the same batches.
    made = [batch for at in range(0, len(found), 2000) for batch in batches(found[at : at + 2000])]
    rng.shuffle(made)
    return made


def padded(rows, value=0):
    longest = max(len(row) for row in rows)
    return torch.tensor([row + [value] * (longest - len(row)) for row in rows])


def tensors(batch, device):
    pieces = padded([window["pieces"] for window in batch])
    made = {name: padded([window[name] for window in batch]) for name in ("shapes", "glued", "quoted", "first")}
    made["pieces"] = pieces
    made["mask"] = padded([[1] * len(window["pieces"]) for window in batch]).bool()
    made["words"] = padded([[1] * len(window["first"]) for window in batch]).bool()
    return {name: value.to(device) for name, value in made.items()}
