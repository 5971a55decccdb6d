#!/usr/bin/env python3
"""tomtom-match and memelite's tomtom by turns, on one machine, in one run.

    bench/tomtom.py MOTIFS.meme [--python VENV/bin/python] [--rounds 5] [--threads 2]

MOTIFS.meme against itself, and its first motif against all. For this program a figure is the wall time of the whole process,
from the launcher to the written table, with its peak memory. For memelite (pip install memelite) there are three: a whole process
in exact mode (n_target_bins=None), which imports it, reads the motifs and calls it once, compiled code in numba's cache and no table
written; and the call alone, inside a process that has compiled and called it before, in exact mode and in its default, approximate
mode. Printed are medians of the rounds and the median of the ratios of each round, memelite / this program.
"""
import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time

PEER = r"""
import re, sys, time
import numpy as np
from memelite.tomtom import tomtom
motifs = []
for block in re.split(r'(?m)^MOTIF ', open(sys.argv[1]).read())[1:]:
    rows = [l.split() for l in block.splitlines()]
    motifs.append(np.array([[float(x) for x in r] for r in rows if len(r) == 4 and r[0][0].isdigit()]).T)
threads = int(sys.argv[2])
few = motifs[:1]
if len(sys.argv) > 3:
    tomtom(few if sys.argv[3] == 'one' else motifs, motifs, n_jobs=threads, n_target_bins=None)
    sys.exit()
for mode in (None, 100):
    tomtom(motifs[:2], motifs, n_jobs=threads, n_target_bins=mode)
    tomtom(motifs, motifs, n_jobs=threads, n_target_bins=mode)
print('ready', flush=True)
for line in sys.stdin:
    which, mode = line.split()
    start = time.perf_counter()
    tomtom(few if which == 'one' else motifs, motifs, n_jobs=threads, n_target_bins=None if mode == 'exact' else 100)
    print(time.perf_counter() - start, flush=True)
"""


def whole(command, environment=None):
    """Seconds and peak megabytes of a process."""
    start = time.perf_counter()
    process = subprocess.Popen(command, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"failed: {command[0]}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def ours(program, query, targets, threads, out):
    return whole([program, "tomtom-match", "--query", query, "--target", targets, "--threads", str(threads), "--quiet", "-o", out])


def first_motif(path, out):
    text = open(path).read()
    head, first = text.split("MOTIF ", 2)[:2]
    open(out, "w").write(head + "MOTIF " + first)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("motifs")
    parser.add_argument("--python", default=sys.executable, help="a Python with memelite")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    program = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "bin", "expomotif")
    environment = {k: v for k, v in os.environ.items() if k not in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")}
    peer = subprocess.Popen([args.python, "-c", PEER, args.motifs, str(args.threads)], stdin=subprocess.PIPE,
                            stdout=subprocess.PIPE, text=True, env=environment)
    assert peer.stdout.readline().strip() == "ready"

    def theirs(which, mode):
        peer.stdin.write(f"{which} {mode}\n")
        peer.stdin.flush()
        return float(peer.stdout.readline())

    with tempfile.TemporaryDirectory() as folder:
        out, one = os.path.join(folder, "m.tsv"), os.path.join(folder, "one.meme")
        first_motif(args.motifs, one)
        ours(program, one, args.motifs, args.threads, out)
        for which, query in (("all", args.motifs), ("one", one)):
            rows = []
            for _ in range(args.rounds):
                seconds, megabytes = ours(program, query, args.motifs, args.threads, out)
                process = whole([args.python, "-c", PEER, args.motifs, str(args.threads), which], environment)
                rows.append((seconds, megabytes, theirs(which, "exact"), theirs(which, "default"), *process))
            median = [statistics.median(column) for column in zip(*rows)]
            print(f"{which} against all: tomtom-match {median[0]:.2f} s, {median[1]:.0f} MB; memelite exact, whole process "
                  f"{median[4]:.2f} s (x {statistics.median(r[4] / r[0] for r in rows):.2f}), {median[5]:.0f} MB; exact {median[2]:.2f} s "
                  f"(x {statistics.median(r[2] / r[0] for r in rows):.2f}), default {median[3]:.2f} s "
                  f"(x {statistics.median(r[3] / r[0] for r in rows):.2f})", flush=True)
    peer.stdin.close()
    peer.wait()


if __name__ == "__main__":
    main()
