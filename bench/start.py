#!/usr/bin/env python3
"""What starting costs: small commands, each a whole process from the launcher to its end.

    bench/start.py MOTIFS.meme [--before PROGRAM] [--rounds 7]

Makes its own sequences and model. With --before, the launcher of an older build, both take turns, the order changing from round
to round. Printed are medians of wall seconds; the first run of each, which makes start-up caches, is not counted.
"""
import argparse
import os
import statistics
import subprocess
import tempfile
import time


def wall(program, arguments):
    start = time.perf_counter()
    subprocess.run([program, *arguments], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def commands(motifs, folder):
    one = os.path.join(folder, "one.meme")
    with open(motifs) as source, open(one, "w") as target:
        target.write("MOTIF ".join(source.read().split("MOTIF ")[:2]))
    sequences, labels = os.path.join(folder, "sequences.fa"), os.path.join(folder, "labels.tsv")
    model, out = os.path.join(folder, "model.zip"), os.path.join(folder, "out")
    train = ["train", "--sequences", sequences, "--labels", labels, "--quiet", "-o"]
    synth = ["synth", "billboard", "-n", "1000", "--quiet", "--out-dir", folder]
    prepare = [synth, [*train, model, "--network", "cnn-dist", "--epochs", "1"]]
    return prepare, [
        ["tomtom-match", "--help"],
        ["motifs", motifs],
        synth,
        ["tomtom-match", "--query", one, "--target", motifs, "--quiet", "-o", out],
        ["scan", "--motifs", one, "--sequences", sequences, "--quiet", "-o", out],
        ["predict", "--model", model, "--sequences", sequences, "--quiet", "-o", out],
        ["attribute", "--method", "saliency", "--class", "1", "--model", model, "--sequences", sequences, "--quiet", "-o", out + ".npz"],
        [*train, out + ".zip", "--network", "cnn-deep", "--epochs", "2"],
    ]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("motifs")
    parser.add_argument("--before")
    parser.add_argument("--rounds", type=int, default=7)
    args = parser.parse_args()
    now = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "bin", "expomotif")
    programs = [p for p in (args.before, now) if p]
    with tempfile.TemporaryDirectory() as folder:
        prepare, timed = commands(args.motifs, folder)
        for step in prepare:
            wall(now, step)
        for command in timed:
            times = {program: [] for program in programs}
            for program in programs:
                wall(program, command)
            for _ in range(args.rounds):
                programs.reverse()
                for program in programs:
                    times[program].append(wall(program, command))
            line = f"{statistics.median(times[now]):.2f} s"
            if args.before:
                ratio = statistics.median(b / n for b, n in zip(times[args.before], times[now]))
                line += f", before {statistics.median(times[args.before]):.2f} s (x {ratio:.2f})"
            print(f"{' '.join(command[:3]):45} {line}", flush=True)


if __name__ == "__main__":
    main()
