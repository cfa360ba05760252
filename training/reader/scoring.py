"""Decoding by legal moves, and exact span figures."""

import torch

from encoder import CHAINED, FORBIDDEN, KINDS, labels_of, legal_moves, legal_starts, marginals
from lessons import batches, loaded, windows


def viterbi(emissions, moves, starts):
    """The best paths of labels [rows, words]; what lies after a row's last word is to be left away."""
    score, back = starts + emissions[:, 0], []
    for at in range(1, emissions.shape[1]):
        best, where = (score.unsqueeze(2) + moves).max(1)
        back.append(where)
        score = best + emissions[:, at]
    path = [score.argmax(1)]
    for where in reversed(back):
        path.append(where.gather(1, path[-1].unsqueeze(1)).squeeze(1))
    return torch.stack(path[::-1], 1)


def spans(labels):
    """Spans of a path, as (first word, word after the last, kind)."""
    found, open_at, kind = set(), None, None
    for at, label in enumerate([*labels, 0]):
        goes_on = label > 0 and label % 2 == 0
        if open_at is not None and not goes_on:
            found.add((open_at, at, kind))
            open_at = None
        if label % 2 == 1:
            open_at, kind = at, label // 2
    return found


def tables(model, head):
    """Moves and starts that a head is decoded with."""
    if head in CHAINED:
        return model.crfs[head].scores()
    size = labels_of(head)
    device = model.words.weight.device
    legal = torch.where(legal_moves(size) > 0, 0.0, FORBIDDEN).to(device)
    return legal, torch.where(legal_starts(size) > 0, 0.0, FORBIDDEN).to(device)


def likelihoods(model, head, emissions, mask):
    """How likely each label of each word is."""
    if head not in CHAINED:
        return emissions.softmax(-1)
    first, steps = marginals(*model.crfs[head].potentials(emissions), mask)
    return torch.cat([first.unsqueeze(1), steps.sum(2)], 1)


def paths(models, batch, head, fast):
    """The labels that one model finds, or several together by their mean likelihoods."""
    if len(models) == 1:
        emissions = models[0].emissions(batch, fast)[head]
        return viterbi(emissions, *tables(models[0], head))
    mean = sum(likelihoods(model, head, model.emissions(batch, fast)[head], batch["words"]) for model in models) / len(models)
    legal = torch.where(legal_moves(mean.shape[2]) > 0, 0.0, FORBIDDEN).to(mean.device)
    starts = torch.where(legal_starts(mean.shape[2]) > 0, 0.0, FORBIDDEN).to(mean.device)
    return viterbi(mean.clamp(min=1e-9).log(), legal, starts)


@torch.no_grad()
def measure(models, docs, device, fast=False):
    """F1 by head and kind over documents."""
    training = [model.training for model in models]
    for model in models:
        model.eval()
    counts = {}
    made = list(batches([window for doc in docs for window in windows(doc)], 8192))
    for batch in loaded(made, device):
        for head in KINDS:
            if head not in batch:
                continue
            path = paths(models, batch, head, fast).tolist()
            for row, (labels, words) in enumerate(zip(batch[head].tolist(), batch["words"].sum(1).tolist())):
                labels = labels[:words]
                gold = spans([max(label, 0) for label in labels])
                given = {one for one in spans(path[row][:words]) if min(labels[one[0] : one[1]]) >= 0}
                for kind in range(KINDS[head]):
                    g, p = ({s for s in some if s[2] == kind} for some in (gold, given))
                    right, n, m = counts.get((head, kind), (0, 0, 0))
                    counts[head, kind] = (right + len(g & p), n + len(p), m + len(g))
    for model, mode in zip(models, training):
        model.train(mode)
    figures = {}
    for head in sorted({head for head, _ in counts}):
        kinds = {kind: counts[head, kind] for h, kind in counts if h == head}
        f1 = lambda right, n, m: round(200 * right / max(1, n + m), 1)
        figures[head] = [f1(*kinds[kind]) for kind in sorted(kinds)]
        figures[f"{head}_all"] = f1(*map(sum, zip(*kinds.values())))
        if head == "names":
            figures["names_pol"] = f1(*map(sum, zip(*(kinds[kind] for kind in (0, 1, 2)))))
    return figures
