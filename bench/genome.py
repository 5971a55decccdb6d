#!/usr/bin/env python3
"""One scan of a whole genome: all motifs, sites sorted by position in bgzip BED with q-values and a tabix index.

    bench/genome.py --motifs JASPAR.meme --sequence REAL.fa[.gz] [--megabases 3100] [--threshold 1e-4] [--threads 2]
                    [--program 'bin/expomotif'] [--genome G.fa] --folder FOLDER

The genome is made of stretches of a real sequence, as bench/scan.py makes its own (seed 1), unless --genome names one. One line per
run: bases, motifs, wall and processor seconds, peak memory, sites, bytes of the output, largest number of bytes of temporary files,
load of the machine before. FOLDER needs about 12 bytes per base for a threshold of 1e-4 and a thousand motifs; --keep keeps the output.
"""
import argparse
import os
import shlex
import subprocess
import time

from scan import make_genome


def temporary_bytes(process):
    """The size of the deleted files that a process has open."""
    total = 0
    folder = f"/proc/{process}/fd"
    try:
        for name in os.listdir(folder):
            path = os.path.join(folder, name)
            if os.readlink(path).endswith(".temporary (deleted)"):
                total += os.stat(path).st_size
    except OSError:
        pass
    return total


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--motifs", required=True)
    parser.add_argument("--sequence", help="a real sequence that the genome is made of")
    parser.add_argument("--megabases", type=int, default=3100)
    parser.add_argument("--threshold", default="1e-4")
    parser.add_argument("--threads", default="2")
    parser.add_argument("--program", default=os.path.join(os.path.dirname(__file__), "..", "bin", "expomotif"))
    parser.add_argument("--genome")
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("--folder", required=True)
    arguments = parser.parse_args()
    genome = arguments.genome or os.path.join(arguments.folder, "genome.fa")
    if not os.path.exists(genome):
        make_genome(arguments.sequence, genome, arguments.megabases)
    output = os.path.join(arguments.folder, "sites.bed.gz")
    command = shlex.split(arguments.program) + [
        "scan", "--motifs", arguments.motifs, "--sequences", genome, "--threshold", arguments.threshold, "--sort", "--qvalue",
        "--threads", arguments.threads, "-o", output]
    load = os.getloadavg()[0]
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    os.set_blocking(process.stderr.fileno(), False)
    text, temporary = b"", 0
    while True:
        done, status, usage = os.wait4(process.pid, os.WNOHANG)
        text += process.stderr.read() or b""
        if done:
            break
        temporary = max(temporary, temporary_bytes(process.pid))
        time.sleep(0.5)
    wall = time.perf_counter() - started
    if status:
        raise SystemExit(text.decode())
    lines = text.decode().replace("\r", "\n").splitlines()
    sites = [line.split()[0] for line in lines if line.endswith(" sites")][-1]
    motifs = sum(line.startswith("MOTIF") for line in open(arguments.motifs))
    print("bases\tmotifs\twall_s\tprocessor_s\tpeak_mb\tsites\toutput_bytes\ttemporary_bytes\tload")
    print(os.path.getsize(genome) * 60 // 61, motifs, f"{wall:.1f}", f"{usage.ru_utime + usage.ru_stime:.1f}",
          f"{usage.ru_maxrss / 1024:.0f}", sites, os.path.getsize(output), temporary, f"{load:.1f}", sep="\t")
    if not arguments.keep:
        os.remove(output)
        os.remove(output + ".tbi")


if __name__ == "__main__":
    main()
