#!/usr/bin/env python3
"""Proves that other programs read what `expomotif attribute` writes, as it is.

    attribution_files.py model.zip sequences.fa [--labels labels.tsv] [--sequences N] [--expomotif PROGRAM]

tfmodisco-lite (`modisco motifs` on the two .npz files), tangermeme (seqlets from the same arrays) and pyBigWig (the track,
base for base against the npz). Needs modisco-lite, tangermeme and pyBigWig from PyPI.
"""
import argparse
import os
import subprocess
import sys
import tempfile

import numpy as np


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("sequences_file")
    parser.add_argument("--labels")
    parser.add_argument("--sequences", type=int, default=500)
    parser.add_argument("--expomotif", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "../bin/expomotif"))
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        run(args, folder)


def expomotif(args, out, *more):
    chosen = ["--labels", args.labels, "--split", "test", "--positives"] if args.labels else []
    subprocess.run([args.expomotif, "attribute", "--model", args.model, "--sequences", args.sequences_file, "--class", "1",
                    "--limit", str(args.sequences), "--method", "deepshap", *chosen, "--quiet", "-o", out, *more], check=True)


def run(args, folder):
    scores, one_hot, track, motifs = (os.path.join(folder, n) for n in ("scores.npz", "onehot.npz", "scores.bw", "m.h5"))
    expomotif(args, scores, "--one-hot", one_hot)
    arrays = np.load(scores)
    print("scores.npz:", ", ".join(f"{name} {arrays[name].dtype}{list(arrays[name].shape)}" for name in arrays.files if name != "run"))

    modisco = os.path.join(os.path.dirname(sys.executable), "modisco")
    subprocess.run([modisco, "motifs", "-s", one_hot, "-a", scores, "-n", "2000", "-w", "200", "-o", motifs],
                   check=True, stdout=subprocess.DEVNULL)
    import h5py
    with h5py.File(motifs) as found:
        for sign in found:
            for name, pattern in sorted(found[sign].items(), key=lambda item: -item[1]["seqlets"]["n_seqlets"][0]):
                matrix = np.array(pattern["sequence"])
                letters = "".join("ACGT"[r.argmax()] if r.max() > 0.6 else "." for r in matrix).strip(".")
                print(f"modisco {sign} {name}: {pattern['seqlets']['n_seqlets'][0]} seqlets, {letters}")

    import torch
    from tangermeme.seqlet import recursive_seqlets
    contributions = torch.from_numpy(arrays["arr_0"] * arrays["one_hot"]).sum(1)
    seqlets = recursive_seqlets(contributions)
    print(f"tangermeme: {len(seqlets)} seqlets, {int((seqlets['attribution'] > 0).sum())} of them positive")

    import pyBigWig
    expomotif(args, track)
    with pyBigWig.open(track) as track_file:
        assert track_file.isBigWig()
        for name, row in zip(arrays["ids"], arrays["base_scores"]):
            values = track_file.values(str(name), 0, len(row), numpy=True)
            assert np.array_equal(values.astype(np.float32), row), name
        header = track_file.header()
        mean = track_file.stats(str(arrays["ids"][0]), exact=True)[0]
        zoomed = track_file.stats(str(arrays["ids"][0]))[0]
    assert header["nLevels"] > 0 and abs(mean - zoomed) < 1e-6
    assert abs(mean - arrays["base_scores"][0].mean()) < 1e-6
    print(f"pyBigWig: {header['nBasesCovered']:,} bases of {len(arrays['ids'])} sequences, every score the npz's")


if __name__ == "__main__":
    main()
