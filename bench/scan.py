#!/usr/bin/env python3
"""Races `expomotif scan` against lightmotif, MOODS and memelite, whole process against whole process.

  bench/scan.py --motifs JASPAR.meme --sequence REAL.fa[.gz] [--megabases 100] [--rounds 3] [--python PYTHON]

Every program reads the same FASTA and the same MEME text, finds the sites of every motif on both strands with p below the
threshold under a uniform background, and writes them as lines to a file. Programs alternate within a round; the table gives
medians of wall time, processor time and greatest memory. "counted" peers find the sites and throw them away: what their
search costs without a line written. The genome is made of stretches of 2,000 to 20,000 bases drawn from a real sequence (seed 1).
Peers come from PyPI: numpy lightmotif MOODS-python memelite, in the Python named by --python.
"""
import argparse
import gzip
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))


def make_genome(source, path, megabases):
    opener = gzip.open if source.endswith(".gz") else open
    with opener(source, "rb") as handle:
        letters = b"".join(line.strip() for line in handle if not line.startswith(b">"))
    draw = random.Random(1)
    with open(path, "wb") as out:
        left, number = megabases * 1_000_000, 0
        while left:
            number += 1
            length = min(left, 10_000_000)
            parts, got = [], 0
            while got < length:
                size = draw.randint(2_000, 20_000)
                start = draw.randrange(len(letters) - size)
                parts.append(letters[start : start + size])
                got += size
            chromosome = b"".join(parts)[:length]
            out.write(b">chr%d\n" % number)
            out.write(b"".join(chromosome[i : i + 60] + b"\n" for i in range(0, length, 60)))
            left -= length


def first_motifs(source, path, count):
    kept, seen = [], 0
    for line in open(source):
        if line.startswith("MOTIF"):
            seen += 1
            if seen > count:
                break
        kept.append(line)
    with open(path, "w") as out:
        out.writelines(kept)


def run(command):
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    text = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    if status:
        sys.exit(f"{' '.join(command)} failed:\n{text}")
    sites = [line.split()[0] for line in text.splitlines() if line.endswith(" sites")]
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, sites[-1] if sites else "?"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--motifs", required=True)
    parser.add_argument("--sequence", required=True)
    parser.add_argument("--megabases", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--expomotif", default=os.path.join(HERE, "..", "bin", "expomotif"))
    parser.add_argument("--jobs", default="all:1e-4,100:1e-5,1:1e-4", help="motifs:threshold, ...")
    parser.add_argument("--peers", default="lightmotif,lightmotif-counted,moods,moods-counted")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        genome = os.path.join(folder, "genome.fa")
        make_genome(arguments.sequence, genome, arguments.megabases)
        print(f"genome of {arguments.megabases} Mb, {arguments.threads} threads, {arguments.rounds} rounds, medians\n")
        print("| motifs | p | program | seconds | processor s | peak MB | sites | times ours |")
        print("|---|---|---|---|---|---|---|---|")
        for job in arguments.jobs.split(","):
            count, threshold = job.split(":")
            motifs = arguments.motifs
            if count != "all":
                motifs = os.path.join(folder, f"{count}.meme")
                first_motifs(arguments.motifs, motifs, int(count))
            out = os.path.join(folder, "sites.tsv")
            commands = {
                "expomotif": [
                    arguments.expomotif, "scan", "--motifs", motifs, "--sequences", genome, "--background", "uniform",
                    "--threshold", threshold, "--threads", str(arguments.threads), "-o", out,
                ]
            }
            for peer in arguments.peers.split(","):
                tool = peer.removesuffix("-counted")
                commands[peer] = [
                    arguments.python, os.path.join(HERE, "peers", "scan_peers.py"), tool, motifs, genome, "-p", threshold,
                    "--threads", str(arguments.threads),
                ] + (["--count"] if peer.endswith("-counted") else ["-o", out])
            results = {name: [] for name in commands}
            for _ in range(arguments.rounds):
                for name, command in commands.items():
                    results[name].append(run(command))
            ours = statistics.median(result[0] for result in results["expomotif"])
            for name, found in results.items():
                wall, processor, memory = (statistics.median(result[i] for result in found) for i in range(3))
                print(
                    f"| {count} | {threshold} | {name} | {wall:.2f} | {processor:.2f} | {memory:.0f} | {found[0][3]} | {wall / ours:.2f} |",
                    flush=True,
                )


if __name__ == "__main__":
    main()
