#!/usr/bin/env python3
"""Effects of SNVs by tangermeme's substitution_effect, with the network of a model.zip. Needs torch and tangermeme (PyPI).

    variant_effects.py model.zip genome.fa variants.vcf out.tsv

The genome has one sequence. Every SNV is at base length / 2, counted from 0, of its window, as in `expomotif variants`; both
strands are predicted, as its users would have to do. out.tsv has a row for each SNV: position, REF, ALT, and the difference
of the logits of each class, ALT - REF, first of the plus strand alone, then the mean over both strands.
"""
import os
import sys

import numpy as np
import torch
from tangermeme.variant_effect import substitution_effect

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from torch_from_model import load  # noqa: E402


def main():
    model, genome, variants, output = sys.argv[1:]
    torch.set_num_threads(1)
    module, info = load(model)
    length, classes = info["inputLength"], info["classes"]
    with open(genome) as lines:
        bases = "".join(line.strip() for line in lines if line[0] != ">").upper()
    with open(variants) as lines:
        rows = [line.split("\t") for line in lines if line[0] != "#"]
    snvs = [(int(row[1]), row[3], row[4]) for row in rows]
    codes = np.array(["ACGT".index(base) for base in bases])
    starts = np.array([position - 1 - length // 2 for position, _, _ in snvs])
    windows = codes[starts[:, None] + np.arange(length)]
    x = torch.nn.functional.one_hot(torch.from_numpy(windows), 4).transpose(1, 2).float()
    place = torch.full((len(snvs),), length // 2)
    alt = torch.tensor(["ACGT".index(base) for _, _, base in snvs])
    number = torch.arange(len(snvs))
    reverse = x.flip(1, 2)
    effects = []
    for strand, at, to in ((x, place, alt), (reverse, length - 1 - place, 3 - alt)):
        before, after = substitution_effect(module, strand, torch.stack([number, at, to], 1), device="cpu", batch_size=256)
        effects.append((after - before).numpy())
    with open(output, "w") as out:
        print("position", "ref", "alt", *(f"{c}_plus" for c in classes), *classes, sep="\t", file=out)
        for snv, plus, both in zip(snvs, effects[0], (effects[0] + effects[1]) / 2):
            print(*snv, *(f"{v:.6g}" for v in plus), *(f"{v:.6g}" for v in both), sep="\t", file=out)


main()
