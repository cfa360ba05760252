"""The loop that fits a model: rates, steps, saving, going on where it was stopped."""

import argparse
import json
import os
import random
import time

import torch

from lessons import BATCH, loaded, one_pass
from scoring import measure

# Heads and CRFs begin with nothing, and learn so many times faster than the top layer.
HEAD_PACE = 4
CRF_PACE = 40
LAYER_DECAY = 0.9
WARM_UP = 0.06
SAVE_EVERY = 240


def say(**what):
    print(json.dumps(what), flush=True)


def has_bfloat16():
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as info:
            return "avx512_bf16" in info.read()
    except OSError:
        return False


def parser_of(passes):
    """The options that train.py and teach.py share."""
    parser = argparse.ArgumentParser()
    for name in ("lessons", "weights", "words", "work"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--layers", type=int)
    parser.add_argument("--passes", type=int, default=passes)
    parser.add_argument("--batch", type=int, default=BATCH)
    parser.add_argument("--rate", type=float, default=2.5e-4)
    parser.add_argument("--seconds", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    return parser


def begin(given):
    """Sets threads and seeds; where to compute, and whether in bfloat16."""
    torch.set_num_threads(given.threads)
    torch.manual_seed(given.seed)
    random.seed(given.seed)
    return device_of()


def device_of():
    """Where to compute, and whether it multiplies in bfloat16."""
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    return device, device.type == "cuda" or has_bfloat16()


def rates(model, top):
    """Groups with their learning rates: the higher the layer, the faster; the word table and scores of distances stay as they are."""
    depth = len(model.layers)
    for fixed in (model.words, model.distances):
        if fixed is not None:
            fixed.requires_grad_(False)
    groups = [(layer.parameters(), top * LAYER_DECAY ** (depth - 1 - n)) for n, layer in enumerate(model.layers)]
    groups.append(([*model.places.parameters(), *model.norm.parameters()], top * LAYER_DECAY**depth))
    features = [*model.shapes.parameters(), *model.glued.parameters(), *model.quoted.parameters()]
    groups.append(([*features, *model.heads.parameters()], top * HEAD_PACE))
    groups.append((model.crfs.parameters(), top * CRF_PACE))
    return [{"params": list(params), "lr": rate, "most": rate} for params, rate in groups]


def share_at(step, steps):
    """Up to the full rate, and down to none."""
    warm = max(1, int(steps * WARM_UP))
    return step / warm if step < warm else max(0.0, (steps - step) / max(1, steps - warm))


def fit(model, pass_of, loss_of, *, passes, top, work, device, seconds=None):
    """
    Fits a model; `pass_of(n)` gives the batches of pass n, `loss_of(batch)` a loss. With `seconds` it ends with the last step that
    fits in them, the rates coming down to none there: the first steps tell how many that are.
    """
    os.makedirs(work, exist_ok=True)
    state_path = os.path.join(work, "state.pt")
    optimizer = torch.optim.AdamW(rates(model, top), betas=(0.9, 0.98), weight_decay=0.01, fused=device.type == "cuda")
    step = 0
    if os.path.exists(state_path):
        state = torch.load(state_path, map_location=device, weights_only=True)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        step = state["step"]
    began = saved = time.time()
    met, steps, recent, warm = 0, None, 0.0, 0.0
    model.train()
    for at_pass in range(passes):
        made = pass_of(at_pass)
        steps = steps or len(made) * passes
        met += len(made)
        for batch in loaded(made[len(made) - max(0, met - step) :], device) if met > step else ():
            if step >= steps:
                break
            for group in optimizer.param_groups:
                group["lr"] = group["most"] * share_at(step, steps)
            optimizer.zero_grad(set_to_none=True)
            loss = loss_of(batch)
            loss.backward()
            torch.nn.utils.clip_grad_norm_([p for group in optimizer.param_groups for p in group["params"]], 1.0)
            optimizer.step()
            step += 1
            recent = 0.98 * recent + 0.02 * loss.detach()
            if step % 50 == 0:
                say(step=step, of=steps, loss=round(float(recent) / (1 - 0.98 ** min(step, 10_000)), 4), seconds=round(time.time() - began))
            if seconds and step == 50:
                warm = time.time()
            if seconds and step == 150:
                steps = min(steps, 150 + int((seconds - (time.time() - began)) / ((time.time() - warm) / 100)))
            if time.time() - saved > SAVE_EVERY:
                torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "step": step}, state_path + ".new")
                os.replace(state_path + ".new", state_path)
                saved = time.time()
    torch.save(model.state_dict(), os.path.join(work, "model.pt"))


def fit_and_measure(model, docs, shares, loss_of, given, device, fast):
    """Fits a model as the options say, on the documents to learn from, and says its figures on the measured ones."""
    fit(
        model,
        lambda nth: one_pass(docs["fit"], given.seed * 1000 + nth, shares, given.batch),
        loss_of,
        passes=given.passes,
        top=given.rate,
        work=given.work,
        device=device,
        seconds=given.seconds,
    )
    say_figures([model], docs, device, fast)


def say_figures(models, docs, device, fast):
    """The figures of one model, or of several together, on each measured corpus."""
    for corpus, some in sorted(docs["measured"].items()):
        say(measured=corpus, models=len(models), figures=measure(models, some, device, fast))
