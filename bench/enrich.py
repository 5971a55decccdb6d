#!/usr/bin/env python3
"""Compares `expomotif enrich` with what SEA and CentriMo of the MEME Suite 5.5.8 printed, cell by cell.

    bench/enrich.py --positives P.fa --controls N.fa --motifs M.meme --sea sea.tsv [--centrimo centrimo.tsv]

The expected tables come from `sea --p P.fa --n N.fa --m M.meme --hofract 0 --thresh 100000 --text` and
`centrimo --ethresh 100000 P.fa M.meme`; .gz is read, too. Prints the number of rows and of differences, the wall time of
the run, and ends with 1 if there is a difference.
"""
import argparse
import gzip
import os
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))


def rows(path):
    opened = gzip.open(path, "rt") if path.endswith(".gz") else open(path)
    with opened as lines:
        return [[cell.strip(" ") for cell in line.rstrip("\n").split("\t")] for line in lines if line.strip() and line[0] != "#"]


def compare(name, expected, found):
    header = expected[0]
    places = [found[0].index(column) for column in header]
    ours = [[row[i] for i in places] for row in found]
    # The file of motifs is named as given, here and there.
    skipped = [i for i, column in enumerate(header) if column == "DB"]
    different = abs(len(expected) - len(ours))
    for wanted, row in zip(expected, ours):
        for i in skipped:
            wanted[i] = row[i] = ""
        if wanted != row:
            different += 1
            print("expected", *wanted, sep="\t")
            print("found", *row, sep="\t")
    print("%s: %d rows, %d differences" % (name, len(expected) - 1, different))
    return different


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--positives", required=True)
    parser.add_argument("--controls", required=True)
    parser.add_argument("--motifs", required=True)
    parser.add_argument("--sea", required=True)
    parser.add_argument("--centrimo")
    parser.add_argument("--program", default=os.path.join(HERE, "..", "bin", "expomotif"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        table, central = os.path.join(folder, "enriched.tsv"), os.path.join(folder, "central.tsv")
        command = [options.program, "enrich", "--sequences", options.positives, "--controls", options.controls, "--motifs", options.motifs,
                   "--hold-out", "0", "--threshold", "1e5", "--central", central, "-o", table, "--quiet"]
        start = time.time()
        subprocess.run(command, check=True)
        print("%.2f s" % (time.time() - start))
        different = compare("SEA", rows(options.sea), rows(table))
        if options.centrimo:
            different += compare("CentriMo", rows(options.centrimo), rows(central))
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()
