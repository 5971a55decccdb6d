#!/usr/bin/env python3
"""Scanning with lightmotif, MOODS or memelite as a whole program: read FASTA and MEME text, find the sites of every motif on
both strands below a p-value, write them as lines. The peer that `expomotif scan` races.

With --count the sites are counted and not written, which spares the peer the cost of Python objects as far as it can.
"""
import argparse
import os
import re
import shutil
import sys
import tempfile

import numpy as np


def read_fasta(path):
    name, parts = None, []
    with open(path, "rb") as handle:
        for line in handle:
            if line.startswith(b">"):
                if name is not None:
                    yield name, b"".join(parts)
                name, parts = line[1:].split()[0].decode(), []
            else:
                parts.append(line.rstrip())
    if name is not None:
        yield name, b"".join(parts)


def read_meme(path):
    name, rows, sites = None, [], 20
    for line in open(path):
        if line.startswith("MOTIF"):
            if name is not None:
                yield name, np.array(rows), sites
            name, rows, sites = line.split()[1], [], 20
        elif name is not None and line.startswith("letter-probability"):
            found = re.search(r"nsites=\s*([\d.]+)", line)
            sites = float(found.group(1)) if found else 20
        elif name is not None and re.match(r"\s*[\d.]+\s+[\d.]+\s+[\d.]+\s+[\d.]+\s*$", line):
            rows.append([float(x) for x in line.split()])
    if name is not None:
        yield name, np.array(rows), sites


def lightmotif_jobs(motifs, p):
    import lightmotif

    for name, rows, sites in motifs:
        counts = np.rint(rows * sites).astype(int)
        matrix = lightmotif.CountMatrix({letter: counts[:, i].tolist() for i, letter in enumerate("ACGT")})
        scores = matrix.normalize(0.1).log_odds()
        for strand, pssm in (("+", scores), ("-", scores.reverse_complement())):
            yield name, strand, pssm, pssm.score(p), len(rows)


def lightmotif_part(arguments, jobs, chromosome, striped, path):
    """Scans with some of the matrices, in a process of its own: the scanner holds Python's lock, so threads do not help."""
    import lightmotif

    total = 0
    with open(path, "w") as out:
        for name, strand, pssm, threshold, width in jobs:
            hits = lightmotif.scan(pssm, striped, threshold=threshold)
            if arguments.count:
                total += sum(1 for _ in hits)
                continue
            lines = [f"{name}\t{chromosome}\t{hit.position + 1}\t{hit.position + width}\t{strand}\t{hit.score:.6g}\n" for hit in hits]
            total += len(lines)
            out.writelines(lines)
        if arguments.count:
            out.write(str(total))
        else:
            out.write(f"#{total}\n")


def lightmotif_run(arguments, out):
    import lightmotif

    jobs = list(lightmotif_jobs(read_meme(arguments.motifs), arguments.p))
    total = 0
    with tempfile.TemporaryDirectory(dir=os.path.dirname(os.path.abspath(arguments.o)) if arguments.o != "/dev/null" else None) as folder:
        parts = [os.path.join(folder, str(t)) for t in range(arguments.threads)]
        for chromosome, letters in read_fasta(arguments.fasta):
            striped = lightmotif.stripe(re.sub("[^ACGT]", "N", letters.decode().upper()))
            children = []
            for t, path in enumerate(parts):
                child = os.fork()
                if child == 0:
                    lightmotif_part(arguments, jobs[t :: arguments.threads], chromosome, striped, path)
                    os._exit(0)
                children.append(child)
            for child in children:
                if os.waitpid(child, 0)[1] != 0:
                    sys.exit("a part of the scan failed")
            for path in parts:
                with open(path) as part:
                    if arguments.count:
                        total += int(part.read())
                        continue
                    shutil.copyfileobj(part, out, 1 << 22)
                with open(path, "rb") as part:
                    part.seek(-20, os.SEEK_END)
                    total += int(part.read().rsplit(b"#", 1)[1])
    return total


def moods_run(arguments, out):
    import MOODS.scan
    import MOODS.tools

    background = MOODS.tools.flat_bg(4)
    matrices, names, thresholds = [], [], []
    for name, rows, sites in read_meme(arguments.motifs):
        counts = [list(column) for column in (rows * sites).T]
        scores = MOODS.tools.log_odds(counts, background, 0.1)
        for strand, matrix in (("+", scores), ("-", MOODS.tools.reverse_complement(scores))):
            matrices.append(matrix)
            names.append((name, strand, len(rows)))
            thresholds.append(MOODS.tools.threshold_from_p(matrix, background, arguments.p))
    scanner = MOODS.scan.Scanner(7)
    scanner.set_motifs(matrices, background, thresholds)
    total = 0
    for chromosome, letters in read_fasta(arguments.fasta):
        found = scanner.scan(letters.decode())
        for (name, strand, width), hits in zip(names, found):
            total += len(hits)
            if not arguments.count:
                out.writelines(f"{name}\t{chromosome}\t{hit.pos + 1}\t{hit.pos + width}\t{strand}\t{hit.score:.6g}\n" for hit in hits)
    return total


def memelite_run(arguments, out):
    import numba
    from memelite import fimo

    numba.set_num_threads(arguments.threads)
    motifs = {name: rows.T for name, rows, _ in read_meme(arguments.motifs)}
    tables = fimo(motifs, arguments.fasta, threshold=arguments.p)
    for table in tables:
        if not arguments.count and len(table):
            table.to_csv(out, sep="\t", header=False, index=False)
    return sum(len(table) for table in tables)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tool", choices=["lightmotif", "moods", "memelite"])
    parser.add_argument("motifs")
    parser.add_argument("fasta")
    parser.add_argument("-p", type=float, default=1e-4)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--count", action="store_true")
    parser.add_argument("-o", default="/dev/null")
    arguments = parser.parse_args()
    with open(arguments.o, "w") as out:
        total = {"lightmotif": lightmotif_run, "moods": moods_run, "memelite": memelite_run}[arguments.tool](arguments, out)
    print(total, "sites", file=sys.stderr)


if __name__ == "__main__":
    main()
