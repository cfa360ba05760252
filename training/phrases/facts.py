"""What is known of two phrases by their words, as numbers: each fact of a pair is one of a short list of values."""

import json
import re
from pathlib import Path

import numpy as np

LAYERS = Path(__file__).resolve().parents[2] / "src" / "layers"


def table_of(path):
    return json.loads((LAYERS / path).read_text(encoding="utf-8"))


TABLE = table_of("entities/facts.json")
DISTANCES, LINES, EDGES = TABLE["distances"], TABLE["lines"], set(TABLE["edges"])
FIRSTS = [[], *TABLE["firsts"]]
FIRST = {word: n for n, words in enumerate(FIRSTS) for word in words}
CLASSES = {name: words for name, words in table_of("mentions/pronouns.json").items() if name != "about"}
FORMS = ["name", "nominal", *CLASSES]
PRONOUN = {word: FORMS.index(name) for name, words in CLASSES.items() for word in words}

# How the words of two phrases stand: a value for each.
RELATIONS = ["differ", "same words", "same head, words within", "same head, words around", "same head", "within", "around", "share", "initials"]
PLACES = ["apart", "inside", "at the end", "beside", "next but one"]
KINDS, RULES = 4, 3

REACH = np.array([150, 60, *(30 for _ in CLASSES)])

SIZES = {
    "apart": (len(DISTANCES) + 1) * 3,
    "lines": (len(LINES) + 1) * 3,
    "forms": len(FORMS) * len(FORMS),
    "kinds": KINDS * KINDS * 3,
    "quotes": 8 * 3,
    "relation": len(RELATIONS) * 9 * RULES,
    "near": len(FORMS) * 3 * 3,
    "places": len(PLACES) * 9,
    "later": len(FORMS) * len(FIRSTS) * 2,
    "earlier": len(FORMS) * len(FIRSTS) * 2,
}
BEGIN = dict(zip(SIZES, np.cumsum([0, *SIZES.values()])))
COUNT = sum(SIZES.values())


def plain(words):
    own = [word.lower() for word in words]
    while len(own) > 1 and own[0] in EDGES:
        own = own[1:]
    while len(own) > 1 and own[-1] in EDGES:
        own = own[:-1]
    return own


class Told:
    """Phrases of a text as their words tell them, an entry each."""

    def __init__(self, doc, begin, end, head, kind):
        words = doc["words"]
        self.begin, self.end, self.head, self.kind = (np.asarray(x) for x in (begin, end, head, kind))
        own = [plain(words[b : e + 1]) for b, e in zip(begin, end)]
        texts, heads, vocabulary = {}, {}, {}
        self.text = np.array([texts.setdefault(" ".join(x), len(texts)) for x in own])
        self.head_word = np.array([heads.setdefault(words[h].lower(), len(heads)) for h in head])
        has = np.zeros((len(own), len({w for x in own for w in x})), np.float32)
        for n, x in enumerate(own):
            for word in x:
                has[n, vocabulary.setdefault(word, len(vocabulary))] = 1
        self.has, self.size = has, has.sum(1)
        self.form = np.array([
            PRONOUN.get(words[b].lower(), -1) if b == e and words[b].lower() in PRONOUN else int(not re.match(r"[A-Z]", words[h]) or h == first_of(doc, h))
            for b, e, h in zip(begin, end, head)
        ])
        self.broad = np.minimum(self.form, 2)
        initials = [re.sub(r"[^A-Z]", "", "".join(w[0] for w in words[b : e + 1])).lower() for b, e in zip(begin, end)]
        single = ["".join(x) if len(x) == 1 and len(x[0]) > 1 else "-" for x in own]
        self.acronym = np.array([[len(i) > 1 and s == i for i in initials] for s in single])
        self.line = np.array(doc["sentence"])[self.begin]
        self.quote = np.array(doc["quote"])[self.begin]
        self.quoted = (self.quote >= 0).astype(int)
        self.entity = np.array([doc["entities"].get(int(h), -1) for h in head])
        self.first = np.array([FIRST.get(words[b].lower(), 0) for b in begin])


def first_of(doc, word):
    """Whether a word begins its sentence: its capital says nothing then, unless the reader took it for a name."""
    begins = word == 0 or doc["sentence"][word - 1] != doc["sentence"][word]
    return word if begins and word not in doc["entities"] else -1


def pairs_of(told):
    """Later and earlier phrases of each pair that is looked at, and their facts [pairs, facts]."""
    count = len(told.begin)
    apart = np.arange(count)[:, None] - np.arange(count)[None, :]
    a, b = np.nonzero((apart > 0) & (apart <= REACH[told.form][:, None]))
    t = told
    common = (t.has @ t.has.T)[a, b]
    within, around = common == t.size[a], common == t.size[b]
    head = t.head_word[a] == t.head_word[b]
    relation = np.select(
        [t.text[a] == t.text[b], head & within, head & around, head, t.acronym[a, b] | t.acronym[b, a], within, around, common > 0],
        [1, 2, 3, 4, 8, 5, 6, 7],
        0,
    )
    both = t.broad[a] * 3 + t.broad[b]
    known = (t.entity[a] >= 0) & (t.entity[b] >= 0)
    rules = np.where(known, np.where(t.entity[a] == t.entity[b], 2, 1), 0)
    lines = t.line[a] - t.line[b]
    nested = t.end[b] >= t.begin[a]
    gap = t.begin[a] - t.end[b]
    places = np.select([nested & (t.end[a] == t.end[b]), nested, gap == 1, gap == 2], [2, 1, 3, 4], 0)
    quotes = t.quoted[a] * 4 + t.quoted[b] * 2 + (t.quote[a] == t.quote[b])
    three = t.broad[a]
    found = {
        "apart": np.searchsorted(DISTANCES, a - b) * 3 + three,
        "lines": np.searchsorted(LINES, lines) * 3 + three,
        "forms": t.form[a] * len(FORMS) + t.form[b],
        "kinds": (t.kind[a] * KINDS + t.kind[b]) * 3 + three,
        "quotes": quotes * 3 + three,
        "relation": (relation * 9 + both) * RULES + rules,
        "near": (t.form[a] * 3 + t.broad[b]) * 3 + np.minimum(lines, 2),
        "places": places * 9 + both,
        "later": (t.form[a] * len(FIRSTS) + t.first[a]) * 2 + t.quoted[a],
        "earlier": (t.form[b] * len(FIRSTS) + t.first[b]) * 2 + t.quoted[b],
    }
    return a, b, np.stack([BEGIN[name] + found[name] for name in SIZES], 1)
