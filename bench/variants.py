#!/usr/bin/env python3
"""Measures `expomotif variants` on variants of planted sites and of the sequence between them.

    bench/variants.py --model model.zip [--seed 101] [--sequences 4000] [--variants 2000] [--null 20]
                      [--program 'bin/expomotif'] --out-dir DIR

The model is one of Task 3 (`synth billboard`, `train`). Sequences of a new seed are joined to a genome. Breaking variants
are SNVs in planted sites of the five core motifs of positives that lower the log-odds of the planted matrix by more than
4 bits, at most one per site; null variants are SNVs that overlap no planted site. Printed are the share of breaking variants with
a negative effect; the AUROC of the absolute effect, breaking against null; the distance of Kolmogorov and Smirnov between
the p-values of null variants (SNVs, indels) and the uniform distribution, when all variants of the file are null; and the shares of
null and of breaking variants with q <= 0.1 in a file that has both.
"""
import argparse
import math
import os
import random
import shlex
import subprocess

CORE = 5
PSEUDO = 0.01


def sequences(path):
    found = {}
    with open(path) as lines:
        for line in lines:
            if line[0] == ">":
                name = line[1:].split()[0]
                found[name] = []
            else:
                found[name].append(line.strip())
    return {name: "".join(parts) for name, parts in found.items()}


def matrices(path):
    found, rows = {}, None
    with open(path) as lines:
        for line in lines:
            if line.startswith("MOTIF"):
                rows = found[line.split()[1]] = []
            elif rows is not None and line.strip() and line.strip()[0] in "01.":
                rows.append([math.log2((float(x) + PSEUDO) / (1 + 4 * PSEUDO) / 0.25) for x in line.split()])
    return found


def auroc(high, low):
    ranked = sorted([(x, 1) for x in high] + [(x, 0) for x in low])
    below = wins = i = 0
    while i < len(ranked):
        j = i
        while j < len(ranked) and ranked[j][0] == ranked[i][0]:
            j += 1
        zeros = sum(1 - label for _, label in ranked[i:j])
        wins += (j - i - zeros) * (below + zeros / 2)
        below += zeros
        i = j
    return wins / len(high) / len(low)


def distance(values):
    values = sorted(values)
    n = len(values)
    return max(max((i + 1) / n - v, v - i / n) for i, v in enumerate(values))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", required=True)
    parser.add_argument("--seed", type=int, default=101)
    parser.add_argument("--sequences", type=int, default=4000)
    parser.add_argument("--variants", type=int, default=2000)
    parser.add_argument("--null", type=int, default=20)
    parser.add_argument("--threads", default="2")
    parser.add_argument("--program", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "../bin/expomotif"))
    parser.add_argument("--out-dir", required=True)
    options = parser.parse_args()
    program = shlex.split(options.program)
    at = lambda name: os.path.join(options.out_dir, name)

    def run(*words):
        subprocess.run([*program, *words, "--quiet"], check=True)

    run("synth", "billboard", "-n", str(options.sequences), "--split", "0,0,1", "--seed", str(options.seed), "--out-dir", at("task3"))
    bases = sequences(at("task3/sequences.fa"))
    starts, genome = {}, ""
    for name, text in bases.items():
        starts[name] = len(genome)
        genome += text
    with open(at("genome.fa"), "w") as out:
        print(">chr1", *(genome[i:i + 60] for i in range(0, len(genome), 60)), sep="\n", file=out)
    with open(at("task3/labels.tsv")) as lines:
        positives = {row.split("\t")[0] for row in lines if row[0] != "#" and row.rstrip().endswith("\t1")}
    logodds = matrices(at("task3/motifs.meme"))
    core = set(list(logodds)[:CORE])
    planted, sites = set(), []
    with open(at("task3/sites.bed")) as lines:
        for line in lines:
            if line[0] == "#":
                continue
            name, start, end, motif, _, strand = line.split()[:6]
            start, end = starts[name] + int(start), starts[name] + int(end)
            planted.update(range(start, end))
            if motif in core and name in positives:
                sites.append((start, end, motif, strand))
    draw = random.Random(options.seed)

    def breaking(start, end, motif, strand):
        rows = logodds[motif]
        for place in draw.sample(range(start, end), end - start):
            row = rows[place - start] if strand == "+" else rows[end - 1 - place][::-1]
            for base in draw.sample("ACGT", 4):
                if row["ACGT".index(genome[place])] - row["ACGT".index(base)] > 4:
                    return place, base
        return None

    broken = [found for site in sites if site[0] > 200 and site[1] < len(genome) - 200 if (found := breaking(*site))]
    broken = draw.sample(broken, min(len(broken), options.variants))
    free = [place for place in range(200, len(genome) - 200) if place not in planted]
    null = [(place, draw.choice([b for b in "ACGT" if b != genome[place]])) for place in draw.sample(free, options.variants)]
    apart = set(place for place in free if planted.isdisjoint(range(place, place + 4)))
    indels = [(place, genome[place:place + 3], genome[place]) if draw.random() < 0.5
              else (place, genome[place], genome[place] + "".join(draw.choices("ACGT", k=2)))
              for place in draw.sample(sorted(apart), options.variants // 2)]
    broken = [(place, genome[place], base) for place, base in broken]
    null = [(place, genome[place], base) for place, base in null]

    def scored(name, variants):
        with open(at(name + ".vcf"), "w") as out:
            print("##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO", file=out)
            for place, ref, alt, kind in sorted(variants):
                print("chr1", place + 1, kind, ref, alt, ".", ".", ".", sep="\t", file=out)
        run("variants", "--vcf", at(name + ".vcf"), "--genome", at("genome.fa"), "--model", options.model,
            "--null", str(options.null), "--threads", options.threads, "-o", at(name + ".tsv"))
        with open(at(name + ".tsv")) as lines:
            rows = [line.rstrip("\n").split("\t") for line in lines if line[0] != "#"]
        effect, p, q = (next(i for i, c in enumerate(rows[0]) if c.endswith(end)) for end in ("_dlogit", "_p", "_q"))
        return [(row[2], float(row[effect]), float(row[p]), float(row[q])) for row in rows[1:] if row[5] == "scored"]

    both = scored("both", [(*v, "breaking") for v in set(broken)] + [(*v, "null") for v in null])
    effects = {kind: [row[1] for row in both if row[0] == kind] for kind in ("breaking", "null")}
    below = sum(x < 0 for x in effects["breaking"])
    print(f"breaking variants with a negative effect: {below} of {len(effects['breaking'])} ({below / len(effects['breaking']):.3f})")
    print(f"AUROC of the absolute effect: {auroc([abs(x) for x in effects['breaking']], [abs(x) for x in effects['null']]):.3f}")
    for kind in "breaking", "null":
        called = sum(row[3] <= 0.1 for row in both if row[0] == kind)
        print(f"{kind} variants with q <= 0.1: {called} of {len(effects[kind])} ({called / len(effects[kind]):.3f})")
    for name, variants in ("SNVs", null), ("indels of two bases", indels):
        alone = scored(name.split()[0], [(*v, "null") for v in variants])
        d = distance([row[2] for row in alone])
        print(f"null {name} alone: distance from uniform p {d:.4f} (5% of uniform samples exceed {1.358 / math.sqrt(len(alone)):.4f}), "
              f"{sum(row[2] <= 0.05 for row in alone) / len(alone):.4f} with p <= 0.05, {sum(row[3] <= 0.1 for row in alone)} with q <= 0.1")


main()
