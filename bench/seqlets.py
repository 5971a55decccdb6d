#!/usr/bin/env python3
"""Measures the false discovery rate of `expomotif seqlets` on sequences with planted motifs.

    bench/seqlets.py --model model.zip [--seeds 20] [--first-seed 101] [--sequences 500] [--method deepshap]
                     [--program 'bin/expomotif'] --out-dir DIR

The model is one of Task 3 (`synth billboard`, `train`), and every seed makes new sequences that it has not seen. For each
seed the positives are explained, and two dinucleotide shuffles of each as the null; a seqlet is false if it does not
overlap a planted site. Further shuffles, by another seed, take the place of the positives to count what is found where
there is nothing. One line per seed: seqlets, false ones and their share against --null; the same against the other
sign; planted sites with a seqlet over 3 bases or more; seqlets in the shuffled sequences, both ways.
"""
import argparse
import os
import shlex
import shutil
import subprocess

METHOD = ["--reference", "dinucleotide"]


def bed(path):
    with open(path) as lines:
        return [line.rstrip("\n").split("\t") for line in lines if line[0] != "#"]


def overlap(a, b):
    return min(a[1], b[1]) - max(a[0], b[0])


def judged(found, sites):
    """The false seqlets, and the planted sites that have a seqlet."""
    false, hit = 0, set()
    for row in found:
        span = int(row[1]), int(row[2])
        overlaps = [site for site in sites.get(row[0], []) if overlap(span, site) > 0]
        false += not overlaps
        hit.update((row[0], site) for site in overlaps if overlap(span, site) >= 3)
    return false, len(hit)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", required=True)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--first-seed", type=int, default=101)
    parser.add_argument("--sequences", type=int, default=500)
    parser.add_argument("--method", default="deepshap")
    parser.add_argument("--threads", default="2")
    parser.add_argument("--program", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "../bin/expomotif"))
    parser.add_argument("--out-dir", required=True)
    options = parser.parse_args()
    program = shlex.split(options.program)

    def run(*words):
        subprocess.run([*program, *words, "--quiet"], check=True)

    print("seed", "seqlets", "false", "share", "sites", "of", "mirror", "false", "share", "noise", "noise_mirror", sep="\t", flush=True)
    totals = [0] * 6
    silent = [0, 0]
    for seed in range(options.first_seed, options.first_seed + options.seeds):
        folder = os.path.join(options.out_dir, str(seed))
        run("synth", "billboard", "-n", str(4 * options.sequences), "--split", "0,0,1", "--seed", str(seed), "--out-dir", folder)
        at = lambda name: os.path.join(folder, name)
        attribute = ["attribute", "--model", options.model, "--sequences", at("sequences.fa"), "--labels", at("labels.tsv"),
                     "--positives", "--limit", str(options.sequences), "--method", options.method,
                     *(METHOD if options.method == "deepshap" else []), "--output", "logit", "--threads", options.threads]
        run(*attribute, "-o", at("scores.npz"))
        run(*attribute, "--shuffles", "2", "--seed", "1", "-o", at("null.npz"))
        run(*attribute, "--shuffles", "1", "--seed", "2", "-o", at("noise.npz"))
        for scores, null, out in ("scores", "null", "seqlets"), ("scores", "", "mirror"), ("noise", "null", "noise"), ("noise", "", "noise_mirror"):
            run("seqlets", "--scores", at(scores + ".npz"), *(["--null", at(null + ".npz")] if null else []), "-o", at(out + ".bed"))
        sites = {}
        for row in bed(at("sites.bed")):
            sites.setdefault(row[0], []).append((int(row[1]), int(row[2])))
        with open(at("labels.tsv")) as lines:
            rows = [line.split("\t") for line in lines if line[0] != "#"][1:]
        chosen = [row[0] for row in rows if row[2].strip() == "1"][:options.sequences]
        planted = sum(len(sites.get(name, [])) for name in chosen)
        found, mirror = bed(at("seqlets.bed")), bed(at("mirror.bed"))
        false, hit = judged(found, sites)
        mirror_false, _ = judged(mirror, sites)
        noise = [len(bed(at(name + ".bed"))) for name in ("noise", "noise_mirror")]
        silent = [count + (number == 0) for count, number in zip(silent, noise)]
        share = lambda part, whole: f"{part / whole:.4f}" if whole else "0"
        print(seed, len(found), false, share(false, len(found)), hit, planted, len(mirror), mirror_false,
              share(mirror_false, len(mirror)), *noise, sep="\t", flush=True)
        totals = [total + part for total, part in zip(totals, (len(found), false, hit, planted, len(mirror), mirror_false))]
        shutil.rmtree(folder)
    print(f"false: {totals[1]} of {totals[0]} ({totals[1] / max(1, totals[0]):.4f}) against --null, "
          f"{totals[5]} of {totals[4]} ({totals[5] / max(1, totals[4]):.4f}) against the other sign")
    print(f"planted sites with a seqlet: {totals[2]} of {totals[3]} ({totals[2] / totals[3]:.3f})")
    print(f"shuffled sequences without a seqlet: {silent[0]} and {silent[1]} of {options.seeds}")


main()
