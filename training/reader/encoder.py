"""The encoder (a BERT or an MPNet), its heads and their CRFs."""

import math

import torch
import torch.nn.functional as F
from torch import nn

MOST_PIECES = 512
SHAPES, QUOTED = 9, 4

# Kinds of span that each head marks; a head has one label for outside and two for each kind.
KINDS = {"names": 4, "silver": 4, "roles": 3, "times": 4, "events": 1, "actions": 1}
# Heads whose spans are single words nearly always need no transitions.
CHAINED = ("names", "silver", "roles", "times")
SHIPPED = ("names", "roles", "times", "events")
FORBIDDEN = -10_000.0


def labels_of(head):
    return 1 + 2 * KINDS[head]


def legal_moves(size):
    """1 where label `b` may follow label `a`: a span goes on only after its own first word or itself."""
    moves = torch.ones(size, size)
    for a in range(size):
        for b in range(2, size, 2):
            if a not in (b, b - 1):
                moves[a, b] = 0
    return moves


def legal_starts(size):
    starts = torch.ones(size)
    starts[2::2] = 0
    return starts


class Layer(nn.Module):
    def __init__(self, hidden, heads, inner, dropout):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(hidden, 3 * hidden)
        self.out = nn.Linear(hidden, hidden)
        self.norm1 = nn.LayerNorm(hidden, eps=1e-12)
        self.up = nn.Linear(hidden, inner)
        self.down = nn.Linear(inner, hidden)
        self.norm2 = nn.LayerNorm(hidden, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, mask):
        batch, length, hidden = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, hidden // self.heads).permute(2, 0, 3, 1, 4)
        if mask is not None and mask.is_floating_point():
            mask = mask.to(q.dtype)
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        seen = seen.transpose(1, 2).reshape(batch, length, hidden)
        x = self.norm1(x + self.dropout(self.out(seen)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Distances(nn.Module):
    """MPNet's scores by how far two pieces stand apart, in buckets that widen as in T5 (Raffel et al. 2020)."""

    BUCKETS, FARTHEST = 32, 128

    def __init__(self, heads):
        super().__init__()
        self.scores = nn.Embedding(self.BUCKETS, heads)

    def forward(self, length, device):
        at = torch.arange(length, device=device)
        apart = at[:, None] - at[None, :]
        half = self.BUCKETS // 2
        near, far = apart.abs(), half // 2
        wide = far + (torch.log(near.clamp(min=1) / far) / math.log(self.FARTHEST / far) * (half - far)).long()
        bucket = torch.where(near < far, near, wide.clamp(max=half - 1)) + (apart < 0) * half
        return self.scores(bucket).permute(2, 0, 1).unsqueeze(0)


def joined(a, b):
    """Products of matrices in logarithms: paths through `a` and then `b`."""
    rows, columns = a.amax(-1, keepdim=True).detach(), b.amax(-2, keepdim=True).detach()
    return torch.matmul((a - rows).exp(), (b - columns).exp()).clamp(min=1e-37).log() + rows + columns


class Crf(nn.Module):
    """A linear chain over labels; forbidden moves stay forbidden."""

    def __init__(self, size):
        super().__init__()
        self.moves = nn.Parameter(torch.zeros(size, size))
        self.starts = nn.Parameter(torch.zeros(size))
        self.register_buffer("legal", legal_moves(size))
        self.register_buffer("legal_start", legal_starts(size))

    def scores(self):
        moves = torch.where(self.legal > 0, self.moves, torch.full_like(self.moves, FORBIDDEN))
        starts = torch.where(self.legal_start > 0, self.starts, torch.full_like(self.starts, FORBIDDEN))
        return moves, starts

    def potentials(self, emissions):
        """Scores of the first label [rows, labels] and of each move [rows, words - 1, labels, labels]."""
        moves, starts = self.scores()
        return starts + emissions[:, 0], moves + emissions[:, 1:].unsqueeze(2)


def partition(first, steps, mask):
    """Logarithm of the sum over all paths, a row; halves at a time, so that a GPU waits for few operations. Mask is true on words."""
    rows, count, size, _ = steps.shape
    same = torch.full((size, size), FORBIDDEN, device=steps.device).fill_diagonal_(0)
    steps = torch.where(mask[:, 1:, None, None], steps, same)
    while count > 1:
        if count % 2:
            steps = torch.cat([steps, same.expand(rows, 1, size, size)], 1)
        steps = joined(steps[:, 0::2], steps[:, 1::2])
        count = steps.shape[1]
    if count:
        first = torch.logsumexp(first.unsqueeze(-1) + steps[:, 0], dim=-2)
    return torch.logsumexp(first, dim=-1)


def marginals(first, steps, mask):
    """How likely each first label and each move is: the gradient of the partition."""
    with torch.enable_grad():
        first, steps = first.detach().requires_grad_(), steps.detach().requires_grad_()
        return torch.autograd.grad(partition(first, steps, mask).sum(), (first, steps))


def path_loss(first, steps, mask, wanted_first, wanted_steps):
    """Sum over rows of minus the expected log-likelihood of paths, whose labels and moves are as likely as wanted."""
    known = (wanted_first * first).sum() + (wanted_steps * steps * mask[:, 1:, None, None]).sum()
    return partition(first, steps, mask).sum() - known


class Reader(nn.Module):
    def __init__(self, layers, words=30_522, hidden=384, heads=12, inner=None, distances=False, dropout=0.1):
        super().__init__()
        self.words = nn.Embedding(words, hidden)
        self.places = nn.Embedding(MOST_PIECES, hidden)
        self.shapes = nn.Embedding(SHAPES, hidden)
        self.glued = nn.Embedding(2, hidden)
        self.quoted = nn.Embedding(QUOTED, hidden)
        self.norm = nn.LayerNorm(hidden, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.distances = Distances(heads) if distances else None
        self.layers = nn.ModuleList(Layer(hidden, heads, inner or 4 * hidden, dropout) for _ in range(layers))
        self.heads = nn.ModuleDict({head: nn.Linear(hidden, labels_of(head)) for head in KINDS})
        self.crfs = nn.ModuleDict({head: Crf(labels_of(head)) for head in CHAINED})
        for table in (self.shapes, self.glued, self.quoted):
            nn.init.zeros_(table.weight)

    def encode(self, pieces, shapes, glued, quoted, mask):
        """Hidden states of pieces; mask is true on pieces, false on padding, and may be missing where nothing is padded."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.words(pieces) + self.places(places) + self.shapes(shapes) + self.glued(glued) + self.quoted(quoted)
        x = self.dropout(self.norm(x))
        seen = None if mask is None else mask[:, None, None, :]
        if self.distances:
            apart = self.distances(pieces.shape[1], pieces.device)
            seen = torch.where(seen, apart, FORBIDDEN)
        for layer in self.layers:
            x = layer(x, seen)
        return x

    def emissions(self, batch, fast=False):
        """Scores of every head's labels for each word: its first piece speaks for it."""
        with torch.autocast(batch["pieces"].device.type, dtype=torch.bfloat16, enabled=fast):
            hidden = self.encode(*(batch[name] for name in ("pieces", "shapes", "glued", "quoted", "mask")))
        rows = torch.arange(len(hidden), device=hidden.device).unsqueeze(1)
        states = hidden.float()[rows, batch["first"]]
        return {head: made(states) for head, made in self.heads.items()}


def reader_of(state):
    """A reader of the size that a state dict has."""
    words, hidden = state["words.weight"].shape
    layers = 1 + max(int(name.split(".")[1]) for name in state if name.startswith("layers."))
    reader = Reader(layers, words, hidden, inner=len(state["layers.0.up.bias"]), distances="distances.scores.weight" in state)
    reader.load_state_dict(state)
    return reader
