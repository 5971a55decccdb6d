#!/usr/bin/env python3
"""Measures `expomotif variants` on variants of planted sites and of the sequence between them.

    bench/variants.py [--task 1|3] [--model model.zip] [--epochs N] [--training N] [--seed 101] [--sequences 4000]
                      [--variants N] [--null 20] [--threads 2] [--peer PYTHON] [--program 'bin/expomotif'] --out-dir DIR

Trains a network of Task 1 (`synth classes`) or Task 3 (`synth billboard`, the default), DIR/model.zip, on sequences of
seed 1, or takes the one that is given. Epochs and numbers of sequences are those of docs/evidence/variants.md unless
others are given. Sequences of a new seed are joined to a genome.
Breaking variants are SNVs in planted sites that lower the log-odds of the planted matrix by more than 4 bits, at most one
per site: in Task 3, sites of the five core motifs in positives; in Task 1, all sites, and the class is that of the motif.
Null variants overlap no planted site; in Task 1, the class is drawn at random. Printed are, all by the effect on that class,

- the share of breaking variants with a negative effect;
- the AUROC of the absolute effect, breaking against null SNVs, beside two others: the largest change of the best log-odds
  (at least 0) of the planted matrices (of the class) among windows that overlap the variant; and, with --peer, tangermeme's
  substitution_effect with the same network, run by the Python given (it needs torch and tangermeme);
- the shares of null and of breaking variants with q <= 0.1 in a file that has both;
- the distance of Kolmogorov and Smirnov between the p-values of null variants and the uniform distribution, when all
  variants of the file are null SNVs, pairs of replaced bases, or indels of two bases.
"""
import argparse
import math
import os
import random
import shlex
import subprocess

CORE = 5
PSEUDO = 0.01

# Of each task: its name in synth, the sequences of the training (train, valid and test), network, epochs, and variants of a kind.
TASKS = {
    1: ("classes", 15000, "cnn-deep", 38, 1000),
    3: ("billboard", 20000, "cnn-dist", 50, 2000),
}


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
    """Log-odds by identifier, and the second names."""
    found, names, rows = {}, {}, None
    with open(path) as lines:
        for line in lines:
            if line.startswith("MOTIF"):
                rows = found[line.split()[1]] = []
                names[line.split()[1]] = line.split()[2]
            elif rows is not None and line.strip() and line.strip()[0] in "01.":
                rows.append([math.log2((float(x) + PSEUDO) / (1 + 4 * PSEUDO) / 0.25) for x in line.split()])
    return found, names


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


def best(rows, text):
    """The largest log-odds among the windows of a text, on both strands."""
    codes = ["ACGT".index(base) for base in text]
    width = len(rows)
    return max(max(sum(rows[i][codes[s + i]] for i in range(width)), sum(rows[width - 1 - i][3 - codes[s + i]] for i in range(width)))
               for s in range(len(codes) - width + 1))


def change(rows, genome, place, base):
    left, right = genome[place - len(rows) + 1:place], genome[place + 1:place + len(rows)]
    return abs(max(0, best(rows, left + base + right)) - max(0, best(rows, left + genome[place] + right)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model")
    parser.add_argument("--task", type=int, choices=sorted(TASKS), default=3)
    parser.add_argument("--epochs", type=int)
    parser.add_argument("--training", type=int)
    parser.add_argument("--seed", type=int, default=101)
    parser.add_argument("--sequences", type=int, default=4000)
    parser.add_argument("--variants", type=int)
    parser.add_argument("--null", type=int, default=20)
    parser.add_argument("--threads", default="2")
    parser.add_argument("--peer")
    here = os.path.dirname(os.path.abspath(__file__))
    parser.add_argument("--program", default=os.path.join(here, "../bin/expomotif"))
    parser.add_argument("--out-dir", required=True)
    options = parser.parse_args()
    program = shlex.split(options.program)
    at = lambda name: os.path.join(options.out_dir, name)

    def run(*words):
        subprocess.run([*program, *words, "--quiet"], check=True)

    os.makedirs(options.out_dir, exist_ok=True)
    made, training, network, epochs, variants = TASKS[options.task]
    variants = options.variants or variants
    model = options.model or at("model.zip")
    if not options.model:
        run("synth", made, "-n", str(options.training or training), "--seed", "1", "--out-dir", at("training"))
        run("train", "--sequences", at("training/sequences.fa"), "--labels", at("training/labels.tsv"), "--network", network,
            "--activation", "exponential", "--seed", "1", "--epochs", str(options.epochs or epochs), "--threads", options.threads,
            "-o", model)
    data = "task" + str(options.task)
    run("synth", made, "-n", str(options.sequences), "--split", "0,0,1", "--seed", str(options.seed), "--out-dir", at(data))
    starts, genome = {}, ""
    for name, text in sequences(at(data + "/sequences.fa")).items():
        starts[name] = len(genome)
        genome += text
    with open(at("genome.fa"), "w") as out:
        print(">chr1", *(genome[i:i + 60] for i in range(0, len(genome), 60)), sep="\n", file=out)
    with open(at(data + "/labels.tsv")) as lines:
        positives = {row.split("\t")[0] for row in lines if row[0] != "#" and row.rstrip().endswith("\t1")}
    logodds, names = matrices(at(data + "/motifs.meme"))
    core = list(logodds)[:CORE]
    class_of = (lambda motif: names[motif]) if options.task == 1 else (lambda motif: "core")
    motifs_of = {}
    for motif in logodds if options.task == 1 else core:
        motifs_of.setdefault(class_of(motif), []).append(motif)
    planted, sites = set(), []
    with open(at(data + "/sites.bed")) as lines:
        for line in lines:
            if line[0] == "#":
                continue
            name, start, end, motif, _, strand = line.split()[:6]
            start, end = starts[name] + int(start), starts[name] + int(end)
            planted.update(range(start, end))
            if options.task == 1 or motif in core and name in positives:
                sites.append((start, end, motif, strand))
    draw = random.Random(options.seed)

    def breaking(start, end, motif, strand):
        rows = logodds[motif]
        for place in draw.sample(range(start, end), end - start):
            row = rows[place - start] if strand == "+" else rows[end - 1 - place][::-1]
            for base in draw.sample("ACGT", 4):
                if row["ACGT".index(genome[place])] - row["ACGT".index(base)] > 4:
                    return place, genome[place], base, class_of(motif)
        return None

    others = lambda place: [b for b in "ACGT" if b != genome[place]]
    classes = sorted(motifs_of)
    broken = [found for site in sites if site[0] > 200 and site[1] < len(genome) - 200 if (found := breaking(*site))]
    broken = sorted(set(draw.sample(broken, min(len(broken), variants))))
    free = [place for place in range(200, len(genome) - 200) if place not in planted]
    null = [(place, genome[place], draw.choice(others(place)), draw.choice(classes)) for place in draw.sample(free, variants)]
    apart = sorted(place for place in free if planted.isdisjoint(range(place, place + 4)))
    indels = [(place, genome[place:place + 3], genome[place]) if draw.random() < 0.5
              else (place, genome[place], genome[place] + "".join(draw.choices("ACGT", k=2)))
              for place in draw.sample(apart, variants // 2)]
    pairs = [(place, genome[place:place + 2], draw.choice(others(place)) + draw.choice(others(place + 1)))
             for place in draw.sample(apart, variants // 2)]

    def scored(name, variants):
        """ID and class, effect, p and q of each variant on its class, in the order of the file."""
        with open(at(name + ".vcf"), "w") as out:
            print("##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO", file=out)
            for place, ref, alt, of_class, kind in sorted(variants):
                print("chr1", place + 1, kind + ":" + of_class, ref, alt, ".", ".", ".", sep="\t", file=out)
        run("variants", "--vcf", at(name + ".vcf"), "--genome", at("genome.fa"), "--model", model,
            "--null", str(options.null), "--threads", options.threads, "-o", at(name + ".tsv"))
        with open(at(name + ".tsv")) as lines:
            rows = [line.rstrip("\n").split("\t") for line in lines if line[0] != "#"]
        column = {title: i for i, title in enumerate(rows[0])}
        found = []
        for row in rows[1:]:
            kind, of_class = row[2].split(":")
            found.append((kind, of_class, *(float(row[column[of_class + end]]) for end in ("_dlogit", "_p", "_q"))))
        return found

    both = scored("both", [(*v, "breaking") for v in broken] + [(*v, "null") for v in null])
    of = lambda kind: [row for row in both if row[0] == kind]
    below = sum(row[2] < 0 for row in of("breaking"))
    print(f"Task {options.task}: breaking variants with a negative effect: {below} of {len(of('breaking'))} ({below / len(of('breaking')):.3f})")
    for name in classes if len(classes) > 1 else []:
        own = [row[2] < 0 for row in of("breaking") if row[1] == name]
        print(f"    {name}: {sum(own)} of {len(own)}")
    scores = {"variants": [abs(row[2]) for row in both]}
    joined = sorted([(*v, "breaking") for v in broken] + [(*v, "null") for v in null])
    scores["change of the log-odds"] = [
        max(change(logodds[motif], genome, place, base) for motif in motifs_of[of_class]) for place, _, base, of_class, _ in joined]
    if options.peer:
        subprocess.run([options.peer, os.path.join(here, "peers/variant_effects.py"), model, at("genome.fa"), at("both.vcf"), at("peer.tsv")], check=True)
        with open(at("peer.tsv")) as lines:
            rows = [line.rstrip("\n").split("\t") for line in lines]
        column = {title: i for i, title in enumerate(rows[0])}
        theirs = [float(row[column[own[1]]]) for row, own in zip(rows[1:], both)]
        scores["tangermeme, plus strand"] = [abs(float(row[column[own[1] + "_plus"]])) for row, own in zip(rows[1:], both)]
        scores["tangermeme, both strands"] = [abs(x) for x in theirs]
        print(f"largest difference of an effect from tangermeme's on both strands: {max(abs(x - own[2]) for x, own in zip(theirs, both)):.1e}")
    for name, values in scores.items():
        high, low = ([x for x, row in zip(values, both) if row[0] == kind] for kind in ("breaking", "null"))
        print(f"AUROC, breaking against null, {name}: {auroc(high, low):.3f}")
    for kind in "breaking", "null":
        called = sum(row[4] <= 0.1 for row in of(kind))
        print(f"{kind} variants with q <= 0.1: {called} of {len(of(kind))} ({called / len(of(kind)):.3f})")
    for name, variants in ("SNVs", [v[:3] for v in null]), ("pairs of bases", pairs), ("indels of two bases", indels):
        alone = scored(name.split()[0], [(*v, draw.choice(classes), "null") for v in variants])
        d = distance([row[3] for row in alone])
        print(f"null {name} alone: {len(alone)}, distance from uniform p {d:.4f} (5% of uniform samples exceed {1.358 / math.sqrt(len(alone)):.4f}), "
              f"{sum(row[3] <= 0.05 for row in alone) / len(alone):.4f} with p <= 0.05, {sum(row[4] <= 0.1 for row in alone)} with q <= 0.1")


main()
