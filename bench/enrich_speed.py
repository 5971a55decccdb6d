#!/usr/bin/env python3
"""`expomotif enrich` and SEA of the MEME Suite by turns, on one machine, in one run.

    bench/enrich_speed.py --sea SEA --motifs M.meme [--positives P.fa --controls N.fa | --sequences 10000] [--pairs 7]

SEA is the program `sea`. Without files, sequences of 400 bases and as many shuffled ones are made from a seed; one in four
holds a site of the first motif. A figure is the wall time of a whole process, from the launcher to the written table: of
`sea --hofract 0 --text`, which has one thread, and of `enrich --hold-out 0` with one thread and with its default. Each round
runs all three, first in one order, then in the other.

Prints every round, the medians of wall and processor time and of their ratios of each round (SEA / enrich), peak memory, the
processor, the load of the machine, and how many rows of the two tables differ. With more than 100 motifs q-values depend on
all p-values, also on those of motifs wider than 32 columns, which SEA scores wrongly.
"""
import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time

from enrich import rows

HERE = os.path.dirname(os.path.abspath(__file__))
LENGTH = 400


def make(count, motifs, positives, controls):
    """Sequences with 45% GC and their shuffles."""
    draw = random.Random(1)
    site = first_consensus(motifs)
    with open(positives, "w") as first, open(controls, "w") as second:
        for i in range(count):
            bases = draw.choices("ACGT", (0.275, 0.225, 0.225, 0.275), k=LENGTH)
            if i % 4 == 0:
                at = draw.randrange(LENGTH - len(site))
                bases[at:at + len(site)] = site
            first.write(">s%d\n%s\n" % (i, "".join(bases)))
            draw.shuffle(bases)
            second.write(">c%d\n%s\n" % (i, "".join(bases)))


def first_consensus(path):
    letters, inside = [], False
    for line in open(path):
        cells = line.split()
        if line.startswith("letter-probability"):
            inside = True
        elif inside and len(cells) == 4:
            letters.append("ACGT"[max(range(4), key=lambda a: float(cells[a]))])
        elif inside:
            break
    return letters


def timed(command, out):
    """Wall time, processor time and peak megabytes of a process that writes to a file."""
    with open(out, "w") as table:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=table, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    if status:
        sys.exit("failed: " + " ".join(command))
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def differences(theirs, own, without):
    """Number of rows of SEA's table that ours, in the same place, does not agree with."""
    columns = [name for name in theirs[0] if name != "DB" and name not in without]
    tables = [[[row[table[0].index(name)] for name in columns] for row in table] for table in (theirs, own)]
    return sum(a != b for a, b in zip(*tables)) + abs(len(theirs) - len(own))


def processor():
    with open("/proc/cpuinfo") as lines:
        return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "unknown")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sea", required=True)
    parser.add_argument("--motifs", required=True)
    parser.add_argument("--positives")
    parser.add_argument("--controls")
    parser.add_argument("--sequences", type=int, default=10000)
    parser.add_argument("--pairs", type=int, default=7)
    parser.add_argument("--program", default=os.path.join(HERE, "..", "bin", "expomotif"))
    options = parser.parse_args()
    if (options.positives is None) != (options.controls is None):
        parser.error("--positives and --controls go together")
    print("%s, %d processors; load %s" % (processor(), os.cpu_count(), " ".join(map(str, os.getloadavg()))))
    with tempfile.TemporaryDirectory() as folder:
        positives, controls = options.positives, options.controls
        if positives is None:
            positives, controls = os.path.join(folder, "positives.fa"), os.path.join(folder, "controls.fa")
            make(options.sequences, options.motifs, positives, controls)
        # The same seed for both, which decides the q-values of more than 100 motifs.
        ours = [options.program, "enrich", "--sequences", positives, "--controls", controls, "--motifs", options.motifs,
                "--hold-out", "0", "--seed", "0", "--quiet"]
        theirs = [options.sea, "--p", positives, "--n", controls, "--m", options.motifs, "--hofract", "0", "--text"]
        commands = {"SEA": theirs, "enrich, 1 thread": ours + ["--threads", "1"], "enrich": ours}
        tables = {name: os.path.join(folder, name.replace(" ", "_")) for name in commands}
        timed(ours, tables["enrich"])  # makes the start-up cache
        found = {name: [] for name in commands}
        for turn in range(options.pairs):
            names = list(commands)
            for name in names if turn % 2 == 0 else reversed(names):
                found[name].append(timed(commands[name], tables[name]))
            print("round %d: %s; load %.1f" % (turn + 1, ", ".join("%s %.2f s" % (name, found[name][-1][0]) for name in names),
                                               os.getloadavg()[0]), flush=True)
        for name, figures in found.items():
            wall, processor_time = (statistics.median(f[i] for f in figures) for i in (0, 1))
            ratios = tuple(statistics.median(sea[i] / own[i] for sea, own in zip(found["SEA"], figures)) for i in (0, 1))
            print("%-17s median %7.2f s (processor %7.2f s), %4.0f MB, SEA / it %.1f (processor %.1f)"
                  % (name, wall, processor_time, max(f[2] for f in figures), *ratios))
        theirs, own = rows(tables["SEA"]), rows(tables["enrich"])
        print("%d rows of SEA, %d of enrich; %d differ, %d in other columns than the q-value"
              % (len(theirs) - 1, len(own) - 1, differences(theirs, own, ()), differences(theirs, own, ("QVALUE", "LOG_QVALUE"))))


if __name__ == "__main__":
    main()
