#!/usr/bin/env python3
"""Counts what `expomotif seqlets` and `expomotif discover` find where there is nothing.

    bench/discover_null.py --model model.zip --data task3 [--first 1] [--sets 20] [--limit 500] [--threshold Q]
                           [--threads 2] [--program 'bin/expomotif'] --out-dir DIR

The model is one of Task 3 (`synth billboard`, `train`), and --data the folder of its sequences. For each set, the
positives of the test split are shuffled once (dinucleotides kept) and explained in place of sequences; two further
shuffles of each, by another seed, are the null. One line per set: seqlets at q <= 0.1 and motifs, with the null; the
same against the other sign; motifs if every stretch with an excess counts as a seqlet (--threshold 1), with the null
and against the other sign, where the E-value alone must keep chance out.
"""
import argparse
import os
import shlex
import subprocess


def data_rows(path):
    with open(path) as lines:
        return sum(line[0] != "#" for line in lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--sets", type=int, default=20)
    parser.add_argument("--limit", default="500")
    parser.add_argument("--threshold")
    parser.add_argument("--threads", default="2")
    parser.add_argument("--program", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "../bin/expomotif"))
    parser.add_argument("--out-dir", required=True)
    options = parser.parse_args()
    program = shlex.split(options.program)
    os.makedirs(options.out_dir, exist_ok=True)
    at = lambda name: os.path.join(options.out_dir, name)

    def run(*words):
        subprocess.run([*program, *words, "--threads", options.threads, "--quiet"], check=True)

    attribute = ["attribute", "--model", options.model, "--sequences", os.path.join(options.data, "sequences.fa"),
                 "--labels", os.path.join(options.data, "labels.tsv"), "--split", "test", "--positives", "--limit",
                 options.limit, "--method", "deepshap", "--reference", "dinucleotide", "--output", "logit"]
    counts = {}
    threshold = ["--threshold", options.threshold] if options.threshold else []
    print("set", "seqlets", "motifs", "seqlets_mirror", "motifs_mirror", sep="\t", flush=True)
    for number in range(options.first, options.first + options.sets):
        run(*attribute, "--shuffles", "1", "--seed", str(1000 + number), "-o", at("noise.npz"))
        run(*attribute, "--shuffles", "2", "--seed", str(2000 + number), "-o", at("null.npz"))
        row = []
        for null in ["--null", at("null.npz")], []:
            run("discover", "--scores", at("noise.npz"), *null, *threshold, "--out-dir", at("found"))
            row += [data_rows(at("found/seqlets.bed")), data_rows(at("found/motifs.tsv")) - 1]
        print(number, *row, sep="\t", flush=True)
        for column, value in enumerate(row):
            counts[column] = counts.get(column, 0) + (value > 0)
    print(f"sets with at least one, of {options.sets}", *counts.values(), sep="\t")


main()
