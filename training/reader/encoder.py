"""The encoder (a BERT of few layers), its heads and their CRFs."""

import torch
import torch.nn.functional as F
from torch import nn

HIDDEN = 384
HEADS = 12
MOST_PIECES = 512
SHAPES, QUOTED = 9, 4

# Kinds of span that each head marks; a head has one label for outside and two for each kind.
KINDS = {"names": 4, "silver": 4, "roles": 3, "times": 4, "events": 1, "actions": 1}
# Heads whose spans are single words nearly always need no transitions.
CHAINED = ("names", "silver", "roles", "times")
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
    def __init__(self, dropout):
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, 4 * HIDDEN)
        self.down = nn.Linear(4 * HIDDEN, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, mask):
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        seen = seen.transpose(1, 2).reshape(batch, length, HIDDEN)
        x = self.norm1(x + self.dropout(self.out(seen)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


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

    def loss(self, emissions, labels, mask):
        """Mean negative log-likelihood a word. Padding stands at the end; mask is true on words."""
        moves, starts = self.scores()
        steps = emissions.shape[1]
        picked = emissions.gather(2, labels.unsqueeze(2)).squeeze(2)
        gold = starts[labels[:, 0]] + picked[:, 0]
        alpha = starts + emissions[:, 0]
        for t in range(1, steps):
            gold = gold + torch.where(mask[:, t], moves[labels[:, t - 1], labels[:, t]] + picked[:, t], torch.zeros_like(gold))
            step = torch.logsumexp(alpha.unsqueeze(2) + moves, dim=1) + emissions[:, t]
            alpha = torch.where(mask[:, t].unsqueeze(1), step, alpha)
        return (torch.logsumexp(alpha, dim=1) - gold).sum() / mask.sum()


class Reader(nn.Module):
    def __init__(self, layers, words=30_522, dropout=0.1):
        super().__init__()
        self.words = nn.Embedding(words, HIDDEN)
        self.places = nn.Embedding(MOST_PIECES, HIDDEN)
        self.shapes = nn.Embedding(SHAPES, HIDDEN)
        self.glued = nn.Embedding(2, HIDDEN)
        self.quoted = nn.Embedding(QUOTED, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.heads = nn.ModuleDict({head: nn.Linear(HIDDEN, labels_of(head)) for head in KINDS})
        self.crfs = nn.ModuleDict({head: Crf(labels_of(head)) for head in CHAINED})
        for table in (self.shapes, self.glued, self.quoted):
            nn.init.zeros_(table.weight)

    def encode(self, pieces, shapes, glued, quoted, mask):
        """Hidden states of pieces; mask is true on pieces, false on padding."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.words(pieces) + self.places(places) + self.shapes(shapes) + self.glued(glued) + self.quoted(quoted)
        x = self.dropout(self.norm(x))
        seen = mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, seen)
        return x


def pretrained(path, layers):
    """A reader from the weights of all-MiniLM-L6-v2, its lowest layers."""
    from safetensors.torch import load_file

    raw = {name.removeprefix("bert."): value for name, value in load_file(path).items()}
    reader = Reader(layers, raw["embeddings.word_embeddings.weight"].shape[0])
    state = reader.state_dict()
    state["words.weight"] = raw["embeddings.word_embeddings.weight"]
    state["places.weight"] = raw["embeddings.position_embeddings.weight"] + raw["embeddings.token_type_embeddings.weight"][0]
    for part in ("weight", "bias"):
        state[f"norm.{part}"] = raw[f"embeddings.LayerNorm.{part}"]
    for n in range(layers):
        base, own = f"encoder.layer.{n}", f"layers.{n}"
        for part in ("weight", "bias"):
            state[f"{own}.qkv.{part}"] = torch.cat([raw[f"{base}.attention.self.{one}.{part}"] for one in ("query", "key", "value")])
            state[f"{own}.out.{part}"] = raw[f"{base}.attention.output.dense.{part}"]
            state[f"{own}.norm1.{part}"] = raw[f"{base}.attention.output.LayerNorm.{part}"]
            state[f"{own}.up.{part}"] = raw[f"{base}.intermediate.dense.{part}"]
            state[f"{own}.down.{part}"] = raw[f"{base}.output.dense.{part}"]
            state[f"{own}.norm2.{part}"] = raw[f"{base}.output.LayerNorm.{part}"]
    reader.load_state_dict(state)
    return reader
