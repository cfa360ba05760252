"""Lessons as windows of pieces, and windows as batches."""

import gzip
import json
import random
from collections import defaultdict
from dataclasses import dataclass

import numpy as np
import torch
from torch.utils.data import DataLoader

from encoder import KINDS

WINDOW = 192
BATCH = 2048
START, END = 101, 102
FEATURES = ("shapes", "glued", "quoted")

# How often a document of each corpus is read in one pass; silver names and events by other rules count little.
SHARES = {"polnear": 0.5, "worldwide": 1.0, "gum": 1.0, "gmb": 0.12, "te3": 2.0, "wikiwars": 1.0, "ecb": 0.4, "meantime": 2.0}
# The same when taught: a teacher speaks where no person did.
TAUGHT_SHARES = SHARES | {"polnear": 1.0, "gmb": 0.5, "ecb": 0.5, "news": 0.5}
# The same beside a bold reader: more of what was marked for attributions.
BOLD_SHARES = {"polnear": 0.25, "worldwide": 0.15, "gum": 0.2, "gmb": 0.06, "te3": 0.6, "wikiwars": 0.3, "ecb": 0.08, "meantime": 0.8, "news": 0.015}


@dataclass
class Doc:
    pieces: np.ndarray
    firsts: np.ndarray
    """The first piece of each word, and the number of pieces."""
    marks: dict
    """Features of words."""
    opens: np.ndarray
    """1 at the first word of a passage, but the first."""
    heads: dict
    """Labels of words; -1 where nobody looked."""


def doc_of(line):
    digits = lambda text: np.frombuffer(text.encode(), dtype=np.uint8).astype(np.int64) - ord("0")
    opens = np.zeros(len(line["shapes"]), dtype=np.int64)
    opens[line["passages"][1:-1]] = 1
    return Doc(
        pieces=np.array(line["pieces"], dtype=np.int64),
        firsts=np.array(line["firsts"], dtype=np.int64),
        marks={name: digits(line[name]) for name in FEATURES},
        opens=opens,
        heads={head: np.array(labels, dtype=np.int64) for head, labels in line["heads"].items()},
    )


def read(path):
    """Documents by part and corpus."""
    found = defaultdict(lambda: defaultdict(list))
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            if line["shapes"]:
                found[line["part"]][line["corpus"]].append(doc_of(line))
    return found


def windows(doc, jitter=None):
    """Runs of words whose pieces fit a window, cut where a passage ends if one does in the last third. The first cut is moved at random."""
    # Pieces up to the end of each word, with a mark of its own where a passage opens.
    sizes = np.cumsum(np.diff(doc.firsts) + doc.opens)
    breaks = np.flatnonzero(doc.opens)
    count, room = len(sizes), WINDOW - 2
    start, limit = 0, room if jitter is None else jitter.randint(room // 3, room)
    while start < count:
        before = (sizes[start - 1] if start else 0) + doc.opens[start]
        stop = max(start + 1, int(np.searchsorted(sizes, before + limit, side="right")))
        if stop < count:
            last = int(np.searchsorted(breaks, stop, side="right")) - 1
            if last >= 0 and breaks[last] > start and sizes[breaks[last] - 1] - before > limit * 2 / 3:
                stop = int(breaks[last])
        yield doc, start, stop
        start, limit = stop, room


def laid_out(doc, start, stop):
    """One window: pieces with their features, where each word's first piece stands, and labels by head."""
    counts = np.minimum(np.diff(doc.firsts[start : stop + 1]), WINDOW - 2)
    opens = doc.opens[start:stop].copy()
    opens[0] = 0
    first = 1 + np.cumsum(counts + opens) - counts
    length = int(first[-1] + counts[-1]) + 1
    word = np.repeat(np.arange(stop - start), counts)
    nth = np.arange(len(word)) - np.repeat(np.cumsum(counts) - counts, counts)
    at = first[word] + nth
    made = {"pieces": np.full(length, END), **{name: np.zeros(length, dtype=np.int64) for name in FEATURES}}
    made["pieces"][0] = START
    made["pieces"][at] = doc.pieces[doc.firsts[start + word] + nth]
    for name in FEATURES:
        made[name][at] = doc.marks[name][start + word]
    return made | {"first": first, "heads": {head: labels[start:stop] for head, labels in doc.heads.items()}}


def batches(found, size):
    """Windows of like length together, about `size` pieces each."""
    weigh = lambda window: int(window[0].firsts[window[2]] - window[0].firsts[window[1]]) + 2
    batch, longest = [], 0
    for window in sorted(found, key=weigh):
        longest = max(longest, weigh(window))
        if batch and longest * (len(batch) + 1) > size:
            yield batch
            batch, longest = [], weigh(window)
        batch.append(window)
    if batch:
        yield batch


def one_pass(corpora, seed, shares, size):
    """The batches of one pass, in random order."""
    rng = random.Random(seed)
    found = []
    for corpus, docs in sorted(corpora.items()):
        share = shares.get(corpus, 0)
        for doc in docs:
            times = int(share) + (1 if rng.random() < share % 1 else 0)
            for _ in range(times):
                found += windows(doc, rng)
    rng.shuffle(found)
    # Sorted by length within large groups, so that no two passes make the same batches.
    group = max(2000, size)
    made = [batch for at in range(0, len(found), group) for batch in batches(found[at : at + group], size)]
    rng.shuffle(made)
    return made


def padded(rows, value=0):
    made = np.full((len(rows), max(map(len, rows))), value, dtype=np.int64)
    for at, row in enumerate(rows):
        made[at, : len(row)] = row
    return torch.from_numpy(made)


def tensors(batch):
    """A batch as tensors; `mask` is true on pieces, `words` on words, and labels are -1 where nobody looked."""
    rows = [laid_out(*window) for window in batch]
    made = {name: padded([row[name] for row in rows]) for name in ("pieces", *FEATURES, "first")}
    made["mask"] = padded([np.ones(len(row["pieces"])) for row in rows]).bool()
    made["words"] = padded([np.ones(len(row["first"])) for row in rows]).bool()
    for head in KINDS:
        if any(head in row["heads"] for row in rows):
            made[head] = padded([row["heads"].get(head, np.full(len(row["first"]), -1)) for row in rows], -1)
    return made


class Batches(torch.utils.data.Dataset):
    def __init__(self, made):
        self.made = made

    def __len__(self):
        return len(self.made)

    def __getitem__(self, at):
        return tensors(self.made[at])


def loaded(made, device):
    """Batches on their device, laid out ahead by other processes where a GPU would wait."""
    workers = 3 if device.type == "cuda" else 0
    for batch in DataLoader(Batches(made), batch_size=None, num_workers=workers, prefetch_factor=8 if workers else None):
        yield {name: value.to(device) for name, value in batch.items()}
