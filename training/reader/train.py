"""Trains the reader: `python train.py --lessons FILE --weights model.safetensors --work DIR`. Goes on where it was stopped."""

import argparse
import json
import os
import random
import time

import torch
import torch.nn.functional as F

import lessons
from encoder import CHAINED, pretrained
from scoring import measure

TOP_RATE = 2.5e-4
LAYER_DECAY = 0.9
HEAD_RATE = 1e-3
CRF_RATE = 1e-2
WARM_UP = 0.06


def parameters(model):
    """Groups with their learning rates: the higher the layer, the faster; the word table stays as it is."""
    depth = len(model.layers)
    model.words.weight.requires_grad = False
    groups = [(layer.parameters(), TOP_RATE * LAYER_DECAY ** (depth - 1 - n)) for n, layer in enumerate(model.layers)]
    low = TOP_RATE * LAYER_DECAY**depth
    groups.append(([*model.places.parameters(), *model.norm.parameters()], low))
    features = [*model.shapes.parameters(), *model.glued.parameters(), *model.quoted.parameters()]
    groups.append(([*features, *model.heads.parameters()], HEAD_RATE))
    groups.append((model.crfs.parameters(), CRF_RATE))
    return [{"params": list(params), "lr": rate, "most": rate} for params, rate in groups]


def loss_of(model, batch, device, fast):
    given = lessons.tensors(batch, device)
    with torch.autocast(device.type, dtype=torch.bfloat16, enabled=fast):
        hidden = model.encode(given["pieces"], given["shapes"], given["glued"], given["quoted"], given["mask"])
    rows = torch.arange(len(batch), device=device).unsqueeze(1)
    states = hidden.float()[rows, given["first"]]
    total = 0.0
    for head in sorted({head for window in batch for head in window["heads"]}):
        own = [at for at, window in enumerate(batch) if head in window["heads"]]
        labels = lessons.padded([batch[at]["heads"][head] for at in own], -1).to(device)
        mask = given["words"][own][:, : labels.shape[1]]
        emissions = model.heads[head](states[own][:, : labels.shape[1]])
        weight = float(mask.sum()) / float(given["words"].sum())
        if head in CHAINED:
            total = total + weight * model.crfs[head].loss(emissions, labels.clamp(min=0), mask)
        elif (labels >= 0).any():
            total = total + weight * F.cross_entropy(emissions.flatten(0, 1), labels.flatten(), ignore_index=-1)
    return total


def rate_at(step, steps):
    warm = max(1, int(steps * WARM_UP))
    return step / warm if step < warm else max(0.0, (steps - step) / max(1, steps - warm))


def has_bfloat16():
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as info:
            return "avx512_bf16" in info.read()
    except OSError:
        return False


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--lessons", required=True)
    parser.add_argument("--weights", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--passes", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    given = parser.parse_args()

    torch.set_num_threads(given.threads)
    torch.manual_seed(given.seed)
    random.seed(given.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    fast = device.type == "cuda" or has_bfloat16()
    os.makedirs(given.work, exist_ok=True)
    docs = lessons.read(given.lessons)
    model = pretrained(given.weights, given.layers).to(device)
    optimizer = torch.optim.AdamW(parameters(model), betas=(0.9, 0.98), weight_decay=0.01)
    state_path = os.path.join(given.work, "state.pt")
    done_passes, done_steps, step = 0, 0, 0
    if os.path.exists(state_path):
        state = torch.load(state_path, map_location=device, weights_only=True)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        done_passes, done_steps, step = state["pass"], state["in_pass"], state["step"]
    say = lambda **what: print(json.dumps(what), flush=True)
    say(device=str(device), fast=fast, threads=given.threads, step=step)

    def save(at_pass, in_pass):
        state = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "pass": at_pass, "in_pass": in_pass, "step": step}
        torch.save(state, state_path + ".new")
        os.replace(state_path + ".new", state_path)

    kept = [doc for corpus, some in docs["kept"].items() for doc in some if corpus not in ("gmb",)]
    model.train()
    per_pass = len(lessons.one_pass(docs["fit"], given.seed))
    steps, saved, began, pieces, recent = per_pass * given.passes, time.time(), time.time(), 0, 0.0
    for at_pass in range(done_passes, given.passes):
        for at, batch in enumerate(lessons.one_pass(docs["fit"], given.seed * 1000 + at_pass)):
            if at < done_steps:
                continue
            share = rate_at(step, steps)
            for group in optimizer.param_groups:
                group["lr"] = group["most"] * share
            optimizer.zero_grad(set_to_none=True)
            loss = loss_of(model, batch, device, fast)
            loss.backward()
            torch.nn.utils.clip_grad_norm_([p for group in optimizer.param_groups for p in group["params"]], 1.0)
            optimizer.step()
            step += 1
            pieces += sum(len(window["pieces"]) for window in batch)
            recent = 0.98 * recent + 0.02 * float(loss.detach())
            if step % 50 == 0:
                say(step=step, of=steps, loss=round(recent / (1 - 0.98 ** min(step, 10_000)), 4), pieces_per_second=round(pieces / (time.time() - began)))
            if time.time() - saved > 240:
                save(at_pass, at + 1)
                saved = time.time()
        done_steps = 0
        save(at_pass + 1, 0)
        say(passes=at_pass + 1, kept=measure(model, kept, device))
    for corpus, some in sorted(docs["measured"].items()):
        say(measured=corpus, figures=measure(model, some, device))
    torch.save(model.state_dict(), os.path.join(given.work, "model.pt"))


main()
