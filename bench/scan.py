#!/usr/bin/env python3
"""Races `expomotif scan` against lightmotif, MOODS and memelite, whole process against whole process.

  bench/scan.py --motifs JASPAR.meme --sequence REAL.fa[.gz] [--megabases 100] [--rounds 3] [--python PYTHON] [--output scan.tsv]
  bench/scan.py --render --output scan.tsv [--into docs/evidence/performance.md]

Every program reads the same FASTA and the same MEME text, finds the sites of every motif on both strands with p below the
threshold under a uniform background, and writes them as lines to a file. Programs take turns within a round; every run is a
process of its own from start to end. Runs are appended to the TSV; --render makes the table of medians and, with --into, puts
it between the marks of a page. The genome is made of stretches of 2,000 to 20,000 bases drawn from a real sequence (seed 1).

Programs (--programs; peers come from PyPI: numpy lightmotif MOODS-python memelite, in the Python named by --python):
  expomotif            both strands, p-values, matched bases: FIMO's table
  expomotif-avx2       the same in a JVM told -XX:UseAVX=2, which stands for a processor without AVX-512 and is none
  lightmotif, moods, memelite    search, one line a site (motif, sequence, place, strand, score) written by Python
  ...-counted          the same search, the sites counted and thrown away: what it costs without a line written
lightmotif's scanner holds Python's lock, so it runs in as many processes as there are threads; MOODS has no threads.
Processor time is that of all processes; memory the maximum of any single one.
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


COLUMNS = ["megabases", "motifs", "threshold", "program", "seconds", "processor_s", "peak_mb", "sites", "load"]


def commands(arguments, motifs, genome, threshold, out):
    ours = [arguments.expomotif, "scan", "--motifs", motifs, "--sequences", genome, "--background", "uniform",
            "--threshold", threshold, "--threads", str(arguments.threads), "-o", out]
    for program in arguments.programs.split(","):
        if program.startswith("expomotif"):
            options = "-XX:UseAVX=2" if program.endswith("avx2") else ""
            yield program, ["env", "EXPOMOTIF_JAVA_OPTS=" + options] + ours
        else:
            tool = program.removesuffix("-counted")
            yield program, [
                arguments.python, os.path.join(HERE, "peers", "scan_peers.py"), tool, motifs, genome, "-p", threshold,
                "--threads", str(arguments.threads),
            ] + (["--count"] if program.endswith("-counted") else ["-o", out])


def measure(arguments):
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        genome = arguments.genome or os.path.join(folder, "genome.fa")
        if not os.path.exists(genome):
            make_genome(arguments.sequence, genome, arguments.megabases)
        for job in arguments.jobs.split(","):
            count, threshold = job.split(":")
            motifs = arguments.motifs
            if count != "all":
                motifs = os.path.join(folder, f"{count}.meme")
                first_motifs(arguments.motifs, motifs, int(count))
            number = sum(line.startswith("MOTIF") for line in open(motifs))
            for _ in range(arguments.rounds):
                for program, command in commands(arguments, motifs, genome, threshold, os.path.join(folder, "sites.tsv")):
                    load = os.getloadavg()[0]
                    wall, processor, memory, sites = run(command)
                    row = [arguments.megabases, number, threshold, program, f"{wall:.3f}", f"{processor:.3f}", f"{memory:.0f}", sites, f"{load:.1f}"]
                    new = not os.path.exists(arguments.output)
                    with open(arguments.output, "a") as table:
                        table.write("\t".join(COLUMNS) + "\n" if new else "")
                        table.write("\t".join(map(str, row)) + "\n")
                    print(*row, sep="\t", flush=True)


def render(path):
    with open(path) as table:
        head, *lines = [line.rstrip("\n").split("\t") for line in table]
    rows = [dict(zip(head, line)) for line in lines]
    text = ["| Mb | motifs | p | program | seconds | times ours | processor s | times ours | peak MB | sites | runs |",
            "|---|---|---|---|---|---|---|---|---|---|---|"]
    for job in dict.fromkeys((row["megabases"], row["motifs"], row["threshold"]) for row in rows):
        mine = [row for row in rows if (row["megabases"], row["motifs"], row["threshold"]) == job]

        def median(program, column):
            return statistics.median(float(row[column]) for row in mine if row["program"] == program)

        for program in dict.fromkeys(row["program"] for row in mine):
            wall, processor, memory = (median(program, column) for column in ("seconds", "processor_s", "peak_mb"))
            own = any(row["program"] == "expomotif" for row in mine)
            cells = [*job, program, f"{wall:.2f}", f"{wall / median('expomotif', 'seconds'):.1f}" if own else "", f"{processor:.2f}",
                     f"{processor / median('expomotif', 'processor_s'):.1f}" if own else "", f"{memory:.0f}"]
            runs = [row for row in mine if row["program"] == program]
            text.append("| " + " | ".join(cells + [f"{int(runs[0]['sites']):,}", str(len(runs))]) + " |")
    loads = [float(row["load"]) for row in rows]
    text += ["", f"Load average before the {len(rows)} runs: median {statistics.median(loads):.1f}, maximum {max(loads):.1f}."]
    return "\n".join(text) + "\n"


BEGIN, END = "<!-- bench/scan.py writes from here -->", "<!-- bench/scan.py to here -->"


def into(page, text):
    with open(page) as file:
        before, rest = file.read().split(BEGIN, 1)
    with open(page, "w") as file:
        file.write(before + BEGIN + "\n" + text + END + rest.split(END, 1)[1])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--motifs")
    parser.add_argument("--sequence")
    parser.add_argument("--megabases", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--expomotif", default=os.path.join(HERE, "..", "bin", "expomotif"))
    parser.add_argument("--jobs", default="all:1e-4,100:1e-5,1:1e-4", help="motifs:threshold, ...")
    parser.add_argument("--programs", default="expomotif,lightmotif-counted,lightmotif,moods-counted,moods")
    parser.add_argument("--genome", help="the genome as an earlier run made it; made and kept when it is not there")
    parser.add_argument("--folder", help="where the genome and the sites are written meanwhile")
    parser.add_argument("--output", default="scan.tsv")
    parser.add_argument("--render", action="store_true")
    parser.add_argument("--into", help="with --render: a page that takes the table between its marks")
    arguments = parser.parse_args()
    if not arguments.render:
        measure(arguments)
    elif arguments.into:
        into(arguments.into, render(arguments.output))
    else:
        print(render(arguments.output), end="")


if __name__ == "__main__":
    main()
