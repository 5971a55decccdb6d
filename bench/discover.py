#!/usr/bin/env python3
"""Compares `expomotif discover` with modisco-lite on the same attribution scores of sequences with planted motifs.

    bench/discover.py --scores scores.npz --null null.npz --sites sites.bed --motifs motifs.meme [--modisco modisco]
                      [--program 'bin/expomotif'] [--seqlets 2000] --out-dir DIR

The scores are those of `attribute` for a model of Task 3 (`synth billboard`, `train`). A motif is named after the planted
motif whose sites most of its seqlets overlap; its purity is the share of those seqlets. One line per motif: the program,
the motif, seqlets, planted motif, purity; then one line per program with its time, processor time and peak memory.
modisco-lite (from PyPI) takes its own defaults, apart from the number of seqlets, which it demands, and the window, the
whole sequence.
"""
import argparse
import collections
import os
import shlex
import subprocess
import time

import numpy as np


def measured(words):
    """Seconds, seconds of all processors together, and the peak memory in MB of a run."""
    start = time.time()
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{shlex.join(words)}: exit status {os.waitstatus_to_exitcode(status)}")
    return time.time() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def truth(sites, name, start, end):
    overlaps = [(min(end, s[1]) - max(start, s[0]), s[2]) for s in sites.get(name, [])]
    best = max(overlaps, default=(0, "none"))
    return best[1] if best[0] > 0 else "none"


def report(program, sign, places, sites):
    counts = collections.Counter(truth(sites, *place) for place in places)
    motif, n = counts.most_common(1)[0] if counts else ("none", 0)
    print(program, sign, len(places), motif, f"{n / max(1, len(places)):.3f}", sep="\t", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in "scores", "null", "sites", "motifs", "out-dir":
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--modisco")
    parser.add_argument("--seqlets", default="2000")
    parser.add_argument("--program", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "../bin/expomotif"))
    options = parser.parse_args()
    os.makedirs(options.out_dir, exist_ok=True)
    at = lambda name: os.path.join(options.out_dir, name)
    sites = collections.defaultdict(list)
    with open(options.sites) as lines:
        for line in lines:
            if line[0] != "#":
                row = line.split("\t")
                sites[row[0]].append((int(row[1]), int(row[2]), row[3]))
    times = [("expomotif", *measured([*shlex.split(options.program), "discover", "--scores", options.scores, "--null", options.null,
                                      "--motifs", options.motifs, "--out-dir", at("expomotif"), "--quiet"]))]
    found = collections.defaultdict(list)
    with open(at("expomotif/seqlets.bed")) as lines:
        for line in lines:
            if line[0] != "#":
                row = line.split("\t")
                found[row[3]].append((row[0], int(row[1]), int(row[2])))
    for motif, places in sorted(found.items(), key=lambda item: -len(item[1])):
        report("expomotif", motif, places, sites)
    if options.modisco:
        import h5py
        scores = np.load(options.scores)
        np.savez_compressed(at("one_hot.npz"), scores["one_hot"])
        np.savez_compressed(at("hypothetical.npz"), scores["arr_0"])
        length = scores["one_hot"].shape[2]
        times.append(("modisco-lite", *measured([options.modisco, "motifs", "-s", at("one_hot.npz"), "-a", at("hypothetical.npz"),
                                                 "-n", options.seqlets, "-w", str(length), "-o", at("modisco.h5")])))
        with h5py.File(at("modisco.h5")) as file:
            for group in file:
                for name, pattern in file[group].items():
                    seqlets = pattern["seqlets"]
                    places = [(str(scores["ids"][i]), int(s), int(e)) for i, s, e in
                              zip(seqlets["example_idx"][:], seqlets["start"][:], seqlets["end"][:])]
                    report("modisco-lite", f"{group}.{name}", places, sites)
    for program, seconds, processor, memory in times:
        print(f"{program}: {seconds:.1f} s, {processor:.1f} s of processor time, {memory:.0f} MB")


main()
