"""Decoding by legal moves, and exact span figures."""

import torch

from encoder import CHAINED, FORBIDDEN, KINDS, labels_of, legal_moves, legal_starts
from lessons import batches, laid_out, tensors, windows


def viterbi(emissions, moves, starts):
    """The best path of labels for one run of words."""
    score, back = starts + emissions[0], []
    for step in emissions[1:]:
        best, where = (score.unsqueeze(1) + moves).max(0)
        back.append(where)
        score = best + step
    at = int(score.argmax())
    path = [at]
    for where in reversed(back):
        at = int(where[at])
        path.append(at)
    return path[::-1]


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
    size = labels_of(head)
    if head in CHAINED:
        moves, starts = model.crfs[head].scores()
        return moves.detach().float().cpu(), starts.detach().float().cpu()
    legal = torch.where(legal_moves(size) > 0, 0.0, FORBIDDEN)
    return legal, torch.where(legal_starts(size) > 0, 0.0, FORBIDDEN)


@torch.no_grad()
def measure(model, docs, device, reads=None):
    """F1 by head and kind over documents; `reads` gives the head that answers for another's gold."""
    model.eval()
    found = [laid_out(doc, start, stop) for doc in docs for start, stop in windows(doc)]
    counts = {}
    for batch in batches(found, 4096):
        given = tensors(batch, device)
        hidden = model.encode(given["pieces"], given["shapes"], given["glued"], given["quoted"], given["mask"])
        for head in {head for window in batch for head in window["heads"]}:
            answers = (reads or {}).get(head, head)
            moves, starts = tables(model, answers)
            emissions = model.heads[answers](hidden).float().cpu()
            for row, window in enumerate(batch):
                labels = window["heads"].get(head)
                if labels is None:
                    continue
                looked = [label >= 0 for label in labels]
                path = viterbi(emissions[row, window["first"]], moves, starts)
                gold = spans([max(label, 0) for label in labels])
                given_spans = {one for one in spans(path) if all(looked[one[0] : one[1]])}
                for kind in range(KINDS[head]):
                    g, p = ({s for s in some if s[2] == kind} for some in (gold, given_spans))
                    right, n, m = counts.get((head, kind), (0, 0, 0))
                    counts[head, kind] = (right + len(g & p), n + len(p), m + len(g))
    model.train()
    figures = {}
    for head in sorted({head for head, _ in counts}):
        kinds = {kind: counts[head, kind] for h, kind in counts if h == head}
        f1 = lambda right, n, m: round(200 * right / max(1, n + m), 1)
        figures[head] = [f1(*kinds[kind]) for kind in sorted(kinds)]
        figures[f"{head}_all"] = f1(*map(sum, zip(*kinds.values())))
        if head == "names":
            figures["names_pol"] = f1(*map(sum, zip(*(kinds[kind] for kind in (0, 1, 2)))))
    return figures
