#!/usr/bin/env python3
"""How long attribution takes: expomotif against PyTorch and captum on the same network, sequences and threads.

    attribution_speed.py model.zip sequences.fa [--sequences 1000] [--threads 2] [--repeats 3] [--expomotif PROGRAM]

Rounds are paired: each repeats every program one after the other, and the smallest time of each counts. Whole processes
include start, reading, warming up and writing (of PyTorch: the start and its imports alone are added). With --inside
CLASSPATH (expomotif's classes and libraries) both are also compared inside warm processes. The naive way of mutagenesis
predicts every mutant; PyTorch's is timed on a part of the sequences and scaled up.
"""
import argparse
import os
import subprocess
import sys
import tempfile
import time

import numpy as np
import torch

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "peers"))
from torch_from_model import Activation, load  # noqa: E402

NAIVE_PART = 20


def expomotif(args, folder, method, *more):
    def run():
        subprocess.run([args.expomotif, "attribute", "--model", args.model, "--sequences", args.sequences_file, "--limit",
                        str(args.sequences), "--class", "1", "--method", method, "--threads", str(args.threads), "--quiet",
                        "-o", os.path.join(folder, "s.npz"), *more], check=True)
    return run


def peers(args, module, x):
    import captum.attr
    from captum.attr._core import deep_lift
    deep_lift.SUPPORTED_NON_LINEAR[Activation] = deep_lift.nonlinear
    generator = torch.Generator().manual_seed(1)
    shuffled = [x[:, :, torch.randperm(x.shape[2], generator=generator)] for _ in range(10)]

    def batched(function, size=100):
        return lambda: [function(x[i:i + size].clone().requires_grad_(), slice(i, i + size)) for i in range(0, len(x), size)]

    def saliency(batch, _):
        return torch.autograd.grad(module(batch).sum(), batch)[0]

    def integrated(batch, where):
        method = captum.attr.IntegratedGradients(module)
        return [method.attribute(batch, r[where], target=0, n_steps=20, method="riemann_middle", internal_batch_size=500)
                for r in shuffled]

    def deepshap(batch, where):
        method = captum.attr.DeepLift(module)
        return [method.attribute(batch, r[where], target=0) for r in shuffled]

    def mutants():
        with torch.no_grad():
            for one in x[:NAIVE_PART]:
                every = one.repeat(x.shape[2] * 4, 1, 1)
                for i in range(x.shape[2]):
                    for base in range(4):
                        every[i * 4 + base, :, i] = 0
                        every[i * 4 + base, base, i] = 1
                module(every)

    return {"saliency": (batched(saliency), 1), "integrated-gradients": (batched(integrated), 1),
            "deepshap": (batched(deepshap), 1), "mutagenesis": (mutants, len(x) / NAIVE_PART * 3 / 4)}


def seconds(function):
    start = time.perf_counter()
    function()
    return time.perf_counter() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("sequences_file")
    parser.add_argument("--sequences", type=int, default=1000)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--methods", default="saliency,deepshap,mutagenesis,integrated-gradients")
    parser.add_argument("--inside", metavar="CLASSPATH")
    parser.add_argument("--java", default="java")
    parser.add_argument("--expomotif", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "../bin/expomotif"))
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    network, info = load(args.model, torch.float32)
    module = torch.nn.Sequential(network, torch.nn.Sigmoid()).eval()
    with tempfile.TemporaryDirectory() as folder:
        expomotif(args, folder, "saliency")()
        x = torch.from_numpy(np.load(os.path.join(folder, "s.npz"))["one_hot"].astype(np.float32))
        others = peers(args, module, x)
        start = seconds(lambda: subprocess.run([sys.executable, "-c", "import torch, captum.attr"], check=True))
        print(f"# {args.sequences} sequences, {args.threads} threads; start of PyTorch and captum {start:.2f} s")
        print("method\twhole: expomotif\tPyTorch\ttimes\tinside: expomotif\tPyTorch\ttimes")
        for method in args.methods.split(","):
            other, factor = others[method]
            times = [(seconds(expomotif(args, folder, method)), seconds(other) * factor, inside(args, method))
                     for _ in range(args.repeats)]
            whole, theirs, warm = (min(column) for column in zip(*times))
            print(f"{method}\t{whole:.2f}\t{theirs + start:.2f}\t{(theirs + start) / whole:.1f}"
                  f"\t{warm:.3f}\t{theirs:.3f}\t{theirs / warm:.1f}", flush=True)


def inside(args, method):
    if not args.inside:
        return float("nan")
    program = os.path.join(os.path.dirname(os.path.abspath(__file__)), "AttributionSpeed.java")
    out = subprocess.run([args.java, "--add-modules", "jdk.incubator.vector", "-cp", args.inside, program, args.model,
                          args.sequences_file, str(args.sequences), str(args.threads), method],
                         check=True, capture_output=True, text=True).stdout
    return float(out.split("\t")[1])


if __name__ == "__main__":
    main()
