#!/usr/bin/env python3
"""`expomotif dataset` on made genomes: how negatives match, the case with too few of them, and the size of a human genome.

    bench/dataset.py [--bases 3088269832 --peaks 500000] [--folder FOLDER]

1. Matching: a genome of 20 million bases whose GC content and repeats vary along it, and 2,000 peaks in its GC-rich half.
   Prints the statistic of Kolmogorov and Smirnov of GC content and repeat fraction before and after, in each split.
2. Too few candidates: peaks on half of a genome of 400,000 bases, and three times as many negatives as positives. Prints what is
   missing. chrombpnet's draw of negatives does not end in such a case (its issues 210 and 248).
3. Scale: a genome of --bases bases in 24 chromosomes with the lengths of human ones relative to each other, and --peaks narrowPeak
   records. Prints time and peak memory of the whole process. --bases 0 leaves this out; it needs twice so many bytes.

Needs numpy. Everything is made from fixed seeds.
"""
import argparse
import csv
import json
import multiprocessing
import os
import shutil
import subprocess
import tempfile
import time

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
# Relative lengths of the human chromosomes 1 to 22, X and Y.
CHROMOSOMES = [248, 242, 198, 190, 182, 171, 159, 145, 138, 134, 135, 133, 114, 107, 102, 90, 83, 80, 59, 64, 47, 51, 156, 57]
TILE = 5000


def bases(draw, count):
    """Letters in tiles with a GC content between 0.3 and 0.7 each; a third of the tiles is soft-masked."""
    tiles = -(-count // TILE)
    gc = np.repeat(draw.uniform(0.3, 0.7, tiles).astype(np.float32), TILE)[:count]
    strong = draw.random(count, np.float32) < gc
    second = draw.integers(0, 2, count, np.uint8)
    letters = np.where(strong, np.where(second, ord("C"), ord("G")), np.where(second, ord("A"), ord("T"))).astype(np.uint8)
    masked = np.repeat(draw.random(tiles) < 1 / 3, TILE)[:count]
    letters[masked] |= 0x20
    return letters, gc


def write_sequence(out, name, letters):
    width = 100
    out.write(b">%s\n" % name.encode())
    whole = len(letters) // width * width
    lines = np.full((whole // width, width + 1), ord("\n"), np.uint8)
    lines[:, :width] = letters[:whole].reshape(-1, width)
    out.write(lines.tobytes())
    if whole < len(letters):
        out.write(letters[whole:].tobytes() + b"\n")


def narrow_peak(name, start, end, number):
    return "%s\t%d\t%d\tpeak%d\t%d\t.\t%g\t-1\t-1\t%d\n" % (name, start, end, number, 500, 5 + number % 97, (end - start) // 2)


def run(program, folder, *options):
    """Runs `dataset`: the folder of the results, wall time, processor time and peak memory in MB."""
    out = os.path.join(folder, "out")
    command = [program, "dataset", "--genome", os.path.join(folder, "genome.fa"), "--positives", os.path.join(folder, "peaks.narrowPeak"),
               "--out-dir", out, "--quiet", *options]
    shutil.rmtree(out, ignore_errors=True)
    start = time.time()
    process = subprocess.Popen(command)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit("dataset ended with %d" % os.waitstatus_to_exitcode(status))
    return out, time.time() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def table(path):
    with open(path) as lines:
        return list(csv.reader((line for line in lines if not line.startswith("#")), delimiter="\t"))


def matching(program, folder):
    draw = np.random.default_rng(1)
    with open(os.path.join(folder, "genome.fa"), "wb") as out, open(os.path.join(folder, "peaks.narrowPeak"), "w") as peaks:
        number = 0
        for i in range(10):
            letters, gc = bases(draw, 2_000_000)
            write_sequence(out, "chr%d" % (i + 1), letters)
            rich = np.flatnonzero(gc[1000:-1000:500] > 0.5) * 500 + 1000
            for start in np.sort(draw.choice(rich, 200, replace=False)):
                peaks.write(narrow_peak("chr%d" % (i + 1), start, start + 300, number))
                number += 1
    out, wall, _, _ = run(program, folder)
    print("matching: 2,000 peaks on 20 Mb, %.1f s" % wall)
    for row in table(os.path.join(out, "composition.tsv")):
        print("  " + "  ".join(row))


def too_few(program, folder):
    draw = np.random.default_rng(2)
    with open(os.path.join(folder, "genome.fa"), "wb") as out, open(os.path.join(folder, "peaks.narrowPeak"), "w") as peaks:
        for i in range(4):
            letters, _ = bases(draw, 100_000)
            write_sequence(out, "chr%d" % (i + 1), letters)
            for j in range(125):
                start = 400 + j * 750
                peaks.write(narrow_peak("chr%d" % (i + 1), start, start + 300, i * 125 + j))
    out, wall, _, _ = run(program, folder, "--ratio", "3")
    with open(os.path.join(out, "dataset.json")) as record:
        groups = json.load(record)["dataset"]["matching"]
    print("too few candidates: 500 peaks on 0.4 Mb, three negatives each, %.1f s" % wall)
    for group in groups:
        print("  %(group)s: candidates %(candidates)d, needed %(needed)d, exact %(exact)d, near %(near)d, missing %(missing)d" % group)


def make_genome(folder, total, count):
    """Writes the genome and prints the number of peaks."""
    draw = np.random.default_rng(3)
    lengths = [total * c // sum(CHROMOSOMES) for c in CHROMOSOMES]
    lengths[0] += total - sum(lengths)
    number = 0
    with open(os.path.join(folder, "genome.fa"), "wb") as out, open(os.path.join(folder, "peaks.narrowPeak"), "w") as peaks:
        for i, length in enumerate(lengths):
            name = "chr%s" % (list(range(1, 23)) + ["X", "Y"])[i]
            letters, _ = bases(draw, length)
            write_sequence(out, name, letters)
            share = count * length // total
            for start in np.sort(draw.choice(length // 1000 - 2, share, replace=False)) * 1000 + 1000:
                peaks.write(narrow_peak(name, start, start + 300, number))
                number += 1
    print("%d peaks on %d bases" % (number, total), flush=True)


def scale(program, folder, total, count):
    # In a process of its own: what Linux counts as the peak memory of a process begins with that of the one which starts it.
    maker = multiprocessing.Process(target=make_genome, args=(folder, total, count))
    maker.start()
    maker.join()
    _, wall, processor, memory = run(program, folder)
    print("scale: %.1f s, %.1f s of processor time, peak memory %d MB" % (wall, processor, memory))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bases", type=int, default=3_088_269_832)
    parser.add_argument("--peaks", type=int, default=500_000)
    parser.add_argument("--folder", help="folder of temporary files")
    parser.add_argument("--program", default=os.path.join(HERE, "..", "bin", "expomotif"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        matching(options.program, folder)
        too_few(options.program, folder)
        if options.bases:
            scale(options.program, folder, options.bases, options.peaks)


if __name__ == "__main__":
    main()
