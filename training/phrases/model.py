"""The head for phrases: which runs of words stand for something, what their heads are, and which of them stand for the same."""

import math
import os
import sys

import torch
import torch.nn.functional as F
from torch import nn

from facts import COUNT

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "reader"))
from encoder import Layer

# Kinds of things; what is of none of the first three is kept apart, since "it" may stand for it.
KINDS = ["person", "organization", "place", "other"]
LONGEST = 40
SAME, HIDDEN = 64, 32


class Phrases(nn.Module):
    """`states` numbers of each word, the last of those given; `span` numbers whose product says how well first and last word go together."""

    def __init__(self, states, hidden=256, layers=1, dropout=0.2, span=32):
        super().__init__()
        self.span = span
        self.enter = nn.Linear(states, hidden)
        self.norm = nn.LayerNorm(hidden)
        self.layers = nn.ModuleList(Layer(hidden, hidden // 32, 2 * hidden, dropout) for _ in range(layers))
        self.dropout = nn.Dropout(dropout)
        kinds = len(KINDS)
        # Of each word: as a phrase's first, as its last for each kind, and alone.
        self.first = nn.Linear(hidden, span)
        self.last = nn.Linear(hidden, kinds * span)
        self.first_alone = nn.Linear(hidden, kinds)
        self.last_alone = nn.Linear(hidden, kinds)
        self.width = nn.Embedding(LONGEST, kinds)
        self.head = nn.Linear(hidden, 1)
        # Of each phrase, from its first and last word and its head.
        self.parts = nn.Linear(hidden, 3 * SAME)
        self.product = nn.Linear(SAME, SAME, bias=False)
        self.left = nn.Linear(SAME, HIDDEN)
        self.right = nn.Linear(SAME, HIDDEN, bias=False)
        self.facts = nn.EmbeddingBag(COUNT, HIDDEN, mode="sum")
        self.score = nn.Linear(HIDDEN, 1)
        self.alone = nn.Linear(SAME, 1)
        # Most runs are no phrases.
        nn.init.constant_(self.last_alone.bias, -4.0)
        nn.init.zeros_(self.width.weight)
        nn.init.normal_(self.facts.weight, std=0.02)

    def encode(self, states, mask):
        x = self.dropout(self.norm(self.enter(states[..., states.shape[-1] - self.enter.in_features :])))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def spans(self, hidden, begin, end):
        """Scores [phrases, kinds] of the runs from words `begin` to words `end` of one text's words."""
        first, last = self.first(hidden), self.last(hidden).view(len(hidden), len(KINDS), self.span)
        both = (first[begin].unsqueeze(1) * last[end]).sum(-1) / math.sqrt(self.span)
        return both + self.first_alone(hidden)[begin] + self.last_alone(hidden)[end] + self.width(end - begin)

    def heads(self, hidden, begin, end):
        """Logarithms of how likely each of the LONGEST words from `begin` is the head."""
        at = begin.unsqueeze(1) + torch.arange(LONGEST)
        inside = at <= end.unsqueeze(1)
        scores = self.head(hidden).squeeze(-1)[at.clamp(max=len(hidden) - 1)]
        return scores.masked_fill(~inside, -1e4).log_softmax(-1)

    def phrases(self, hidden, begin, end):
        first, last, head = self.parts(self.dropout(hidden)).chunk(3, -1)
        share = self.heads(hidden, begin, end).exp()
        at = (begin.unsqueeze(1) + torch.arange(LONGEST)).clamp(max=len(hidden) - 1)
        return F.relu(first[begin] + last[end] + (share.unsqueeze(-1) * head[at]).sum(1))

    def same(self, phrases, later, earlier, facts):
        """Scores of pairs standing for the same; what a phrase scores alone is taken off."""
        a, b = phrases[later], phrases[earlier]
        product = (self.product(phrases)[later] * b).sum(-1) / math.sqrt(SAME)
        hidden = F.relu(self.left(phrases)[later] + self.right(phrases)[earlier] + self.facts(facts))
        return product + self.score(hidden).squeeze(-1) + self.alone(a).squeeze(-1)


def model_of(given, states, dropout=0.0):
    """A head as the arguments of training describe it, that takes so many numbers of each word."""
    return Phrases(states, hidden=given["hidden"], layers=given["layers"], span=given["span"], dropout=dropout)


def opened(path):
    """The head that training left in a file, and its arguments."""
    state = torch.load(path, map_location="cpu", weights_only=False)
    model = model_of(state["given"], state["model"]["enter.weight"].shape[1])
    model.load_state_dict(state["model"])
    return model.eval(), state["given"]
