"""Heads that teach another."""

import torch


class Teachers(torch.nn.Module):
    """Heads that are asked together: the means of what they say."""

    def __init__(self, models):
        super().__init__()
        self.models = models

    def split(self, own):
        return zip(self.models, own.split([model.enter.out_features for model in self.models], -1))

    def encode(self, states, mask):
        return torch.cat([model.encode(states, mask) for model in self.models], -1)

    def spans(self, hidden, begin, end):
        return sum(model.spans(own, begin, end) for model, own in self.split(hidden)) / len(self.models)

    def heads(self, hidden, begin, end):
        return (sum(model.heads(own, begin, end).exp() for model, own in self.split(hidden)) / len(self.models)).log()

    def phrases(self, hidden, begin, end):
        return torch.stack([model.phrases(own, begin, end) for model, own in self.split(hidden)])

    def same(self, phrases, later, earlier, facts):
        return sum(model.same(own, later, earlier, facts) for model, own in zip(self.models, phrases)) / len(self.models)
