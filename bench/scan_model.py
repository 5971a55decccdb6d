#!/usr/bin/env python3
"""Do the sites of `expomotif scan --model` agree with the activations of the network?

  bench/scan_model.py MODEL.zip SEQUENCES.fa [--threshold 1e-4] [--sequences 1000]

The network is rebuilt in PyTorch; what goes into its first activation is compared with the sites: every site's score against
that number at the site's place, and every window whose number is above the filter's least site against the sites. Scores are
sums of whole thousandths of the filter's widest position, so they differ by at most width * span / 2000 (docs of IntegerMatrix).
Needs numpy and torch.
"""
import argparse
import collections
import os
import subprocess
import sys
import tempfile

import numpy as np
import torch

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "peers"))
from torch_from_model import load  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("fasta")
    parser.add_argument("--threshold", default="1e-4")
    parser.add_argument("--sequences", type=int, default=1000)
    arguments = parser.parse_args()
    module, _ = load(arguments.model)
    first = [part for part in module.modules() if not list(part.children())]
    until = next(i for i, part in enumerate(first) if type(part).__name__ == "Activation")
    layers = torch.nn.Sequential(*first[:until]).double().eval()
    width = next(part for part in first if isinstance(part, torch.nn.Conv1d)).weight.shape[2]
    left = (width - 1) // 2
    names, letters = [], []
    for line in open(arguments.fasta):
        if line.startswith(">"):
            if len(names) == arguments.sequences:
                break
            names.append(line[1:].split()[0])
            letters.append("")
        else:
            letters[-1] += line.strip()
    codes = np.array([["ACGT".index(letter) for letter in text.upper()] for text in letters])
    x = torch.tensor(np.eye(4)[codes].transpose(0, 2, 1))
    with torch.no_grad():
        values = layers(x).numpy()
    with tempfile.TemporaryDirectory() as folder:
        fasta, out = os.path.join(folder, "s.fa"), os.path.join(folder, "sites.tsv")
        with open(fasta, "w") as handle:
            handle.writelines(f">{name}\n{text}\n" for name, text in zip(names, letters))
        subprocess.run(
            [os.path.join(HERE, "..", "bin", "expomotif"), "scan", "--model", arguments.model, "--sequences", fasta,
             "--threshold", arguments.threshold, "--no-revcomp", "--background", "uniform", "-q", "-o", out], check=True)
        rows = [line.split("\t") for line in open(out) if not line.startswith("#")][1:]
    index = {name: i for i, name in enumerate(names)}
    greatest, least, sites = 0.0, collections.defaultdict(lambda: np.inf), collections.defaultdict(set)
    for motif, _, name, start, _, _, score, *_ in rows:
        filter_, at = int(motif.removeprefix("filter")), int(start) - 1
        greatest = max(greatest, abs(float(score) - values[index[name], filter_, at + left]))
        least[filter_] = min(least[filter_], float(score))
        sites[filter_].add((index[name], at))
    missed = 0
    inside = values[:, :, left : left + values.shape[2] - width + 1]
    for filter_, bound in least.items():
        for n, at in zip(*np.nonzero(inside[:, filter_] > bound + 2 * greatest)):
            missed += (int(n), int(at)) not in sites[filter_]
    print(f"{len(rows)} sites of {len(least)} filters in {len(names)} sequences; greatest difference between score and what goes "
          f"into the activation {greatest:.2e}; windows above a filter's least site that are no site: {missed}")


if __name__ == "__main__":
    main()
