"""
Teaches a reader by others: `python teach.py --lessons FILE --teachers MODEL … --weights FOLDER --words vocab.txt --work DIR`. On every text, also where
nobody marked anything, it learns how likely each label and each move between labels is to its teachers together (Wang et al. 2020,
"Structure-Level Knowledge Distillation for Multilingual Sequence Labeling"), and beside it what people marked.
"""

import torch

import lessons
from encoder import CHAINED, KINDS, SHIPPED, marginals, path_loss, reader_of
from fitting import begin, fit_and_measure, parser_of, say, say_figures
from pretrained import pretrained
from train import gold_loss

# What people marked counts less than what the teachers say: they have read it too.
GOLD = 0.3
# How much more easily spans of roles begin to a teacher that is shy.
LIFT = 1.0


@torch.no_grad()
def beliefs(teachers, batch, fast):
    """What the teachers together hold likely, by head: first labels and moves, or labels."""
    held = {}
    for teacher in teachers:
        emissions = teacher.emissions(batch, fast)
        for head in SHIPPED:
            if head in CHAINED:
                own = marginals(*teacher.crfs[head].potentials(emissions[head]), batch["words"])
            else:
                own = (emissions[head].softmax(-1),)
            held[head] = [a + b for a, b in zip(held[head], own)] if head in held else own
    return {head: [one / len(teachers) for one in some] for head, some in held.items()}


@torch.no_grad()
def bolder(held, teachers, bold, batch, fast):
    """
    Beliefs, with other ones about roles in the rows that nobody marked for them: half those of a reader that is bold there, half those of the
    teachers with spans that begin more easily.
    """
    unmarked = (batch["roles"][:, 0] < 0) if "roles" in batch else torch.ones(len(batch["first"]), dtype=torch.bool, device=batch["first"].device)
    begins = torch.zeros(2 * KINDS["roles"] + 1, device=unmarked.device)
    begins[1::2] = LIFT
    own = [0, 0]
    for reader, share, lift in [(bold, 0.5, 0), *((teacher, 0.5 / len(teachers), begins) for teacher in teachers)]:
        emissions = reader.emissions(batch, fast)["roles"] + lift
        own = [a + share * b for a, b in zip(own, marginals(*reader.crfs["roles"].potentials(emissions), batch["words"]))]
    pick = lambda new, old: torch.where(unmarked.view(-1, *[1] * (old.dim() - 1)), new, old)
    return held | {"roles": [pick(new, old) for new, old in zip(own, held["roles"])]}


def taught_loss(model, batch, emissions, held):
    words = batch["words"].sum()
    total = 0.0
    for head in SHIPPED:
        if head in CHAINED:
            total = total + path_loss(*model.crfs[head].potentials(emissions[head]), batch["words"], *held[head]) / words
        else:
            lost = -(held[head][0] * emissions[head].log_softmax(-1)).sum(-1)
            total = total + (lost * batch["words"]).sum() / words
    return total


def main():
    parser = parser_of(passes=4)
    parser.add_argument("--teachers", nargs="+", required=True, help="model.pt of each")
    parser.add_argument("--begin", help="a trained model to begin with: its lowest layers and its heads")
    parser.add_argument("--bold", help="model.pt of a reader that is heard about roles where nobody marked them; a pass reads more of what was marked then")
    given = parser.parse_args()
    device, fast = begin(given)
    layers = given.layers or 6
    docs = lessons.read(given.lessons)
    teachers = []
    for path in given.teachers:
        teacher = reader_of(torch.load(path, map_location="cpu", weights_only=True))
        teachers.append(teacher.to(device).eval().requires_grad_(False))
    if given.begin:
        known = torch.load(given.begin, map_location="cpu", weights_only=True)
        dropped = tuple(f"layers.{n}." for n in range(layers, 64))
        model = reader_of({name: value for name, value in known.items() if not name.startswith(dropped)}).to(device)
    else:
        model = pretrained(given.weights, given.words, layers).to(device)
    say(device=str(device), fast=fast, teachers=len(teachers))

    bold = given.bold and reader_of(torch.load(given.bold, map_location="cpu", weights_only=True)).to(device).eval().requires_grad_(False)
    shares = lessons.BOLD_SHARES if bold else lessons.TAUGHT_SHARES

    def loss_of(batch):
        emissions = model.emissions(batch, fast)
        held = beliefs(teachers, batch, fast)
        taught = taught_loss(model, batch, emissions, bolder(held, teachers, bold, batch, fast) if bold else held)
        return taught + GOLD * gold_loss(model, batch, emissions)

    if len(teachers) > 1:
        say_figures(teachers, docs, device, fast)
    fit_and_measure(model, docs, shares, loss_of, given, device, fast)


if __name__ == "__main__":
    main()
