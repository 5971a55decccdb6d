#!/usr/bin/env python3
"""Makes a small genome with planted sites, and peaks called around them. Needs Python 3 alone.

    python3 make.py ../jaspar2016_62.meme .

Writes genome.fa.gz, peaks.narrowPeak, blacklist.bed and sites.bed (the planted sites, with the peak of each).
The seed is fixed, so that the files are the same at every run.
"""

import gzip
import random
import sys

CHROMOSOMES = [("chr1", 75_000), ("chr2", 60_000), ("chr3", 50_000), ("chr4", 40_000), ("chr5", 30_000)]
SPACING = 640
# Identifier, share of peaks with a site, standard deviation of its distance from the summit.
IN_PEAKS = [("MA0083.3", 0.8, 8.0), ("MA0477.1", 0.4, 25.0)]
# As common between peaks as in them.
EVERYWHERE = ("MA0466.2", 0.3)


def read_motifs(path):
    motifs, rows = {}, None
    for line in open(path):
        words = line.split()
        if line.startswith("MOTIF"):
            rows = motifs.setdefault(words[1], [])
        elif rows is not None and len(words) == 4 and words[0][0].isdigit():
            rows.append([float(word) for word in words])
    return motifs


def draw(random_numbers, motif):
    return "".join(random_numbers.choices("ACGT", row)[0] for row in motif)


def reverse_complement(letters):
    return letters[::-1].translate(str.maketrans("ACGT", "TGCA"))


def log_likelihood_share(motif, letters):
    """How good a site is, from 0 to 1: its product of probabilities, on a logarithmic scale, against the best one."""
    best = worst = found = 0.0
    for row, letter in zip(motif, letters):
        best += max(row)
        worst += min(row)
        found += row["ACGT".index(letter)]
    return (found - worst) / (best - worst)


def main(motif_file, folder):
    rng = random.Random(20)
    motifs = read_motifs(motif_file)
    genome, peaks, sites, blacklist = {}, [], [], []

    def plant(chromosome, identifier, centre, peak):
        motif = motifs[identifier]
        letters = draw(rng, motif)
        start = centre - len(motif) // 2
        strand = rng.choice("+-")
        written = letters if strand == "+" else reverse_complement(letters)
        genome[chromosome][start:start + len(motif)] = written
        name = peak or "."
        sites.append((chromosome, start, start + len(motif), identifier, strand, name))
        return log_likelihood_share(motif, letters)

    number = 0
    for chromosome, length in CHROMOSOMES:
        letters = []
        while len(letters) < length:  # stretches of their own GC content
            gc = rng.uniform(0.36, 0.56)
            letters += rng.choices("ACGT", [1 - gc, gc, gc, 1 - gc], k=rng.randrange(400, 4000))
        genome[chromosome] = letters[:length]
        for place in range(1000, length - 1000, SPACING):
            summit = place + rng.randrange(-60, 61)
            if rng.random() < 0.1:  # neither a peak nor anything else
                continue
            if rng.random() < EVERYWHERE[1]:
                plant(chromosome, EVERYWHERE[0], summit + SPACING // 2 + rng.randrange(-30, 31), None)
            for position in range(summit - 70, summit + 70):  # peaks are richer in GC
                if rng.random() < 0.12:
                    genome[chromosome][position] = rng.choice("GC")
            number += 1
            name = f"peak_{number}"
            quality = 0.2 * rng.random()
            if rng.random() < EVERYWHERE[1]:
                plant(chromosome, EVERYWHERE[0], summit + rng.choice([-60, 60]), name)
            for identifier, share, deviation in reversed(IN_PEAKS):
                if rng.random() < share:
                    distance = max(-40, min(40, round(rng.gauss(0, deviation))))
                    if identifier != IN_PEAKS[0][0]:  # beside the first one, not under it
                        distance += 22 if distance >= 0 else -22
                    quality += plant(chromosome, identifier, summit + distance, name)
            start, end = summit - rng.randrange(70, 160), summit + rng.randrange(70, 160)
            peaks.append((chromosome, start, end, name, quality, summit - start))
        for _ in range(length // 6000):  # repeats, in lower case
            start = rng.randrange(length - 400)
            end = start + rng.randrange(80, 400)
            genome[chromosome][start:end] = [letter.lower() for letter in genome[chromosome][start:end]]
    # An assembly gap at the end of chr1, a region of the blacklist with a peak, a short contig, and records that do not fit.
    genome["chr1"][74_200:74_900] = "N" * 700
    peaks.append(("chr1", 74_400, 74_600, "in_gap", 0.5, 100))
    blacklist.append(("chr3", 49_300, 49_900))
    peaks.append(("chr3", 49_500, 49_700, "listed", 3.0, 90))
    genome["chrUn_1"] = rng.choices("ACGT", k=700)
    peaks.append(("chrUn_1", 20, 190, "near_the_end", 0.4, 20))
    peaks.append(("chr9", 5_000, 5_200, "of_another_assembly", 0.4, 100))
    rng.shuffle(peaks)

    with open(f"{folder}/genome.fa.gz", "wb") as raw, gzip.GzipFile("", "wb", 9, raw, 0) as out:
        for chromosome, letters in genome.items():
            text = "".join(letters)
            out.write(f">{chromosome}\n".encode())
            for i in range(0, len(text), 80):
                out.write(text[i:i + 80].encode() + b"\n")
    with open(f"{folder}/peaks.narrowPeak", "w") as out:
        for chromosome, start, end, name, quality, summit in peaks:
            signal = 4 + 20 * quality
            out.write(f"{chromosome}\t{start}\t{end}\t{name}\t{min(1000, round(300 * quality))}\t.\t{signal:.3f}\t"
                      f"{2 * signal:.2f}\t{1.5 * signal:.2f}\t{summit}\n")
    with open(f"{folder}/blacklist.bed", "w") as out:
        for region in blacklist:
            out.write("\t".join(map(str, region)) + "\tunplaced_repeats\n")
    with open(f"{folder}/sites.bed", "w") as out:
        for chromosome, start, end, identifier, strand, name in sorted(sites):
            out.write(f"{chromosome}\t{start}\t{end}\t{identifier}\t0\t{strand}\t{name}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
