"""
Fits the block model: `python train.py --data NAME --out weights.json [--without K]`. Gradient-boosted trees (Ke et al. 2017, "LightGBM") say of each
leaf of a page how likely it is of the article's body; others, learnt where the corpus marks them, whether it is a caption, a credit or the standfirst.
With `--without K`, of five groups of sites the Kth is not learnt from.
"""

import argparse
import base64
import hashlib
import json
import struct

import lightgbm
import numpy as np

ROUNDS = {"body": 180, "parts": 80}
COMMON = dict(feature_fraction=0.4, bagging_fraction=0.8, bagging_freq=1, lambda_l2=2.0, max_bin=63, num_threads=1, seed=1, deterministic=True, verbose=-1)
BODY = COMMON | dict(objective="binary", learning_rate=0.08, num_leaves=31, min_data_in_leaf=40)
PARTS = COMMON | dict(objective="multiclass", learning_rate=0.06, num_leaves=15, min_data_in_leaf=15)
# Corpora of news weigh more than one of guides and blogs.
SHARES = {"pages-aeb": 2.0, "pages-fundus": 2.0, "pages-wcxb": 1.0}
# The corpus that marks captions and standfirsts.
MARKED = "pages-fundus"
NAMES = ["body", "caption", "credit", "standfirst"]
LEAF = 255


def group_of(site):
    return int(hashlib.sha256(site.encode()).hexdigest()[:8], 16) % 5


def weights_of(leaves):
    """Long leaves weigh more, long pages not by as much as they are longer."""
    own = np.log1p([leaf["words"] for leaf in leaves]) + 0.3
    pages = {}
    for leaf, weight in zip(leaves, own):
        key = (leaf["corpus"], leaf["id"])
        pages[key] = pages.get(key, 0) + weight
    weights = np.array([SHARES[leaf["corpus"]] * weight / pages[leaf["corpus"], leaf["id"]] ** 0.5 for leaf, weight in zip(leaves, own)])
    return weights / weights.mean()


def packed(booster, features, parts):
    """Nodes of six bytes in preorder: column or 255, where to go for more, and the number to hold against or to add."""
    blob, sizes = b"", []
    for tree in booster.dump_model()["tree_info"]:
        nodes = []

        def walk(node):
            at = len(nodes)
            nodes.append(None)
            if "leaf_value" in node:
                nodes[at] = (LEAF, 0, node["leaf_value"])
                return
            walk(node["left_child"])
            more = len(nodes)
            walk(node["right_child"])
            cut = np.float32(node["threshold"])
            nodes[at] = (node["split_feature"], more, float(np.nextafter(cut, np.float32(-np.inf)) if cut > node["threshold"] else cut))

        walk(tree["tree_structure"])
        sizes.append(len(nodes))
        blob += b"".join(struct.pack("<BBf", *node) for node in nodes)
    return {"features": features, "parts": parts, "sizes": sizes, "trees": base64.b64encode(blob).decode()}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--without", type=int)
    given = parser.parse_args()
    features = json.load(open(given.data + ".features"))
    rows = np.fromfile(given.data + ".rows", dtype=np.float32).reshape(-1, len(features))
    leaves = [json.loads(line) for line in open(given.data + ".parts")]
    weights = weights_of(leaves)
    learnt = np.array([group_of(leaf["site"]) != given.without for leaf in leaves])
    marked = learnt & np.array([leaf["corpus"] == MARKED for leaf in leaves])
    body = np.array([leaf["part"] == "body" for leaf in leaves], dtype=int)
    parts = np.array([NAMES.index(leaf["part"]) if leaf["part"] in NAMES else 0 for leaf in leaves])
    data = lightgbm.Dataset(rows[learnt], body[learnt], weight=weights[learnt])
    of_body = lightgbm.train(BODY, data, ROUNDS["body"])
    data = lightgbm.Dataset(rows[marked], parts[marked], weight=np.where(parts[marked] > 0, 1.0, 0.5))
    of_parts = lightgbm.train(PARTS | {"num_class": len(NAMES)}, data, ROUNDS["parts"])
    with open(given.out, "w") as file:
        json.dump({"body": packed(of_body, features, ["body"]), "parts": packed(of_parts, features, ["other", *NAMES[1:]])}, file)


main()
