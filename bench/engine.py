#!/usr/bin/env python3
"""Comparison of the engines: expomotif (simd), PyTorch, DL4J tuned and DL4J stock, by turns in one run on one machine.

Needs: this source tree with Maven and a JDK 25 (bench/jmh.sh --build and bin/expomotif are called), and a Python with torch,
numpy and scikit-learn (--python). Installs nothing. Every measurement is a process of its own; in a round the engines take
turns, so that a change of the machine meets all of them. Measurements are appended to the TSV; --render makes the Markdown
of all of them (medians over rounds, ratios to PyTorch) and, with --into, puts it between the marks of a page.

  bench/engine.py --python VENV/bin/python                     everything, about an hour
  bench/engine.py --jobs step --networks cnn-deep --rounds 5   a part, in the same TSV
  bench/engine.py --render --into docs/evidence/performance.md          tables of what was measured
  bench/engine.py --dry-run                                    the commands only

What a figure includes:
  step      one training step of 100 random sequences, from letter codes: one-hot (or what replaces it), forward, dropout,
            loss, backward, L2, Adam. Not: reading, shuffling, start-up and warm-up (simd 10 s, basset 15 s, the others 1 or 2 s).
  infer     the probabilities of 1,000 sequences from one-hot numbers, in chunks of each engine's choice (PyTorch 250).
  saliency  the gradients of the first class's probability in all inputs of 1,000 sequences, forward pass included. DL4J
            does not take part: its input gradients in evaluation mode are wrong (docs/dl4j.md).
  train     the whole process from nothing: start-up, compilation while running, reading FASTA and labels, training of
            cnn-deep on Task 1 (21,000 training sequences), validation after each epoch, the test figures; ours also
            writes the model, the history and a checkpoint after every epoch.
  processor the processor time of all threads of the process for the same: what a busy machine changes least.
  memory    the largest resident set of the process.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
ENGINES = {"simd": "expomotif", "pytorch": "PyTorch", "dl4j": "DL4J tuned", "dl4j-stock": "DL4J stock"}
COLUMNS = ["job", "network", "threads", "engine", "round", "milliseconds", "processor_ms", "peak_mb", "others"]
WARM_UP = {"simd": 10, "pytorch": 1, "dl4j": 2, "dl4j-stock": 2}
JAVA = ["--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
        "--add-opens", "java.base/java.io=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:+UseTransparentHugePages"]


def machine_seconds():
    """Processor seconds that the whole machine has spent, where it says so; else 0."""
    facts = Path("/proc/stat")
    if not facts.exists():
        return 0
    user, nice, system = map(int, facts.read_text().split("\n", 1)[0].split()[1:4])
    return (user + nice + system) / os.sysconf("SC_CLK_TCK")


def timed(command, threads, dry, options=""):
    """Seconds, processor seconds, peak resident megabytes, cores that others used meanwhile, and standard output of a
    process; None where it failed."""
    if dry:
        print(" ".join(map(str, command)))
        return None
    environment = dict(os.environ, OMP_NUM_THREADS=str(threads), EXPOMOTIF_BUILD="never", EXPOMOTIF_JAVA_OPTS=options)
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        started, busy = time.perf_counter(), machine_seconds()
        process = subprocess.Popen(list(map(str, command)), stdout=out, stderr=err, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - started
        spent = usage.ru_utime + usage.ru_stime
        others = max(0, machine_seconds() - busy - spent) / seconds
        out.seek(0)
        err.seek(0)
        if process.returncode != 0:
            print(f"failed: {' '.join(map(str, command))}\n{err.read()[-2000:]}", file=sys.stderr)
            return None
        return seconds, spent, usage.ru_maxrss / 1024, others, out.read()


class Race:
    def __init__(self, args):
        self.args = args
        self.peer = [args.python, HOME / "bench/peers/pytorch_network.py"]

    def prepare(self):
        if self.args.dry_run:
            self.java, self.path = "java", "CLASSPATH"
            return
        if not self.args.built:
            subprocess.run([HOME / "bench/jmh.sh", "--build"], check=True)
        self.java = (HOME / "target/jmh.java").read_text()
        self.path = (HOME / "target/jmh.classpath").read_text()

    def short(self, engine, job, network, threads):
        warm, seconds = WARM_UP[engine], self.args.seconds
        if engine == "simd" and network == "basset":
            warm *= 1.5
        if engine == "pytorch":
            return self.peer + [job, "--network", network, "--threads", threads, "--warm-up", warm, "--seconds", seconds]
        return [self.java, *JAVA, "-cp", self.path, "org.expomotif.dl4j.EngineTimes", engine, job, network, threads, warm, seconds]

    def whole(self, engine, network, threads, data, folder):
        files = ["--sequences", data / "sequences.fa", "--labels", data / "labels.tsv", "--network", network,
                 "--threads", threads, "--seed", 1, "--epochs", 100 if self.args.full else self.args.epochs]
        if engine == "pytorch":
            return self.peer + ["train"] + files
        ours = [HOME / "bin/expomotif", "train", *files, "--activation", "exponential", "--quiet", "-o", folder / "model.zip"]
        return ours if engine == "simd" else ours + ["--engine", "dl4j"]

    def run(self):
        args = self.args
        self.prepare()
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            if "train" in args.jobs and not args.dry_run:
                subprocess.run([HOME / "bin/expomotif", "synth", "classes", "--seed", "1", "--out-dir", folder / "task1", "--quiet"],
                               check=True)
            for job in args.jobs:
                for network in args.networks if job != "train" else args.networks[:1]:
                    for threads in args.threads:
                        for turn in range(args.rounds):
                            for engine in args.engines:
                                self.one(job, network, threads, engine, turn, folder)

    def one(self, job, network, threads, engine, turn, folder):
        stock = engine == "dl4j-stock"
        if engine.startswith("dl4j") and job == "saliency" or stock and job == "train" and not self.args.stock_training:
            return
        command = (self.whole(engine, network, threads, folder / "task1", folder) if job == "train"
                   else self.short(engine, job, network, threads))
        result = timed(command, threads, self.args.dry_run, "-Dexpomotif.dl4j.layers=stock" if stock else "")
        if result is None:
            return
        seconds, processor, peak, others, out = result
        found = {"milliseconds": seconds * 1e3, "processor": processor * 1e3} if job == "train" else json.loads(out)
        name = job if job != "train" else f"train-{'full' if self.args.full else self.args.epochs}"
        row = [name, network, threads, engine, turn + 1, f"{found['milliseconds']:.2f}", f"{found['processor']:.2f}", f"{peak:.0f}", f"{others:.2f}"]
        new = not self.args.output.exists()
        with open(self.args.output, "a", encoding="utf-8") as table:
            if new:
                print(*COLUMNS, sep="\t", file=table)
            print(*row, sep="\t", file=table)
        print(*row, sep="\t", flush=True)


def machine():
    facts, model, vectors = Path("/proc/cpuinfo"), "a processor", ""
    if facts.exists():
        text = facts.read_text()
        model = next((line.split(":")[1].strip() for line in text.splitlines() if line.startswith("model name")), model)
        vectors = ", AVX-512" if " avx512f" in text else ", AVX2" if " avx2" in text else ""
    return f"{os.cpu_count()} cores of {model}{vectors}"


def cell(value, digits=3):
    return f"{value:,.0f}" if value >= 100 else f"{value:.{digits}g}"


def spread(values):
    return f"{cell(min(values))}-{cell(max(values))}" if len(values) > 1 else "one run"


UNITS = {
    "step": ("ms a training step of 100", lambda ms: ms, "sequences/s", lambda ms: 1e5 / ms),
    "infer": ("ms for the probabilities of 1,000", lambda ms: ms, "sequences/s", lambda ms: 1e6 / ms),
    "saliency": ("ms for the input gradients of 1,000", lambda ms: ms, "sequences/s", lambda ms: 1e6 / ms),
    "train": ("seconds from start to end", lambda ms: ms / 1e3, None, None),
}


def render(path):
    with open(path, encoding="utf-8") as table:
        head, *lines = [line.rstrip("\n").split("\t") for line in table]
    rows = [dict(zip(head, line)) for line in lines]
    text = [f"Machine: {machine()}. Medians of the rounds, in brackets the smallest and the largest; \"times\" is PyTorch's",
            "time over the engine's, of the same rounds; \"processor\" is the processor time of all threads, in the same unit.", ""]
    for name in dict.fromkeys(row["job"] for row in rows):
        job = name.split("-")[0]
        unit, value, second, per_second = UNITS[job]
        title = {"step": "Training step", "infer": "Inference", "saliency": "Input gradients", "train": "Whole training"}[job]
        if job == "train":
            title += ", Task 1, " + ("to its own end" if name == "train-full" else name.split("-")[1] + " epochs")
        text += [f"### {title}", "", f"| network | threads | engine | {unit} |" + (f" {second} |" if second else "")
                 + " times | processor | times | peak MB | rounds |", "|---|---|---|---|" + ("---|" if second else "") + "---|---|---|---|---|"]
        of = [row for row in rows if row["job"] == name]
        for network, threads in dict.fromkeys((row["network"], row["threads"]) for row in of):
            mine = [row for row in of if (row["network"], row["threads"]) == (network, threads)]
            times = {e: [float(r["milliseconds"]) for r in mine if r["engine"] == e] for e in ENGINES}
            for engine, label in ENGINES.items():
                if not times[engine]:
                    continue
                median = statistics.median(times[engine])
                ratio = cell(statistics.median(times["pytorch"]) / median) if times["pytorch"] else ""
                spent = {e: statistics.median(float(r["processor_ms"]) for r in mine if r["engine"] == e)
                         for e in (engine, "pytorch") if times[e]}
                cost = cell(spent["pytorch"] / spent[engine]) if times["pytorch"] else ""
                peak = statistics.median(float(r["peak_mb"]) for r in mine if r["engine"] == engine)
                line = [network, threads, label, f"{cell(value(median))} ({spread([value(v) for v in times[engine]])})"]
                line += [cell(per_second(median))] if second else []
                text.append("| " + " | ".join(line + [ratio, cell(value(spent[engine])), cost, f"{peak:,.0f}", str(len(times[engine]))]) + " |")
        text.append("")
    others = [float(row["others"]) for row in rows]
    text.append(f"Cores that other programs used during the {len(others)} measurements: median {statistics.median(others):.2f}, "
                f"largest {max(others):.2f}.")
    return "\n".join(text) + "\n"


BEGIN, END = "<!-- bench/engine.py writes from here -->", "<!-- to here -->"


def into(page, text):
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, mark, after = rest.partition(END)
    if not mark:
        sys.exit(f"{page}: no lines {BEGIN} and {END}")
    page.write_text(f"{before}{BEGIN}\n\n{text}\n{END}{after}", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--python", default=sys.executable, help="a Python with torch, numpy and scikit-learn")
    parser.add_argument("--jobs", nargs="+", default=["step", "infer", "saliency", "train"], choices=["step", "infer", "saliency", "train"])
    parser.add_argument("--networks", nargs="+", default=["cnn-deep", "cnn-dist", "basset", "residualbind"],
                        choices=["cnn-deep", "cnn-dist", "cnn-local", "basset", "residualbind"])
    parser.add_argument("--engines", nargs="+", default=list(ENGINES), choices=list(ENGINES))
    parser.add_argument("--threads", nargs="+", type=int, default=[1, 2])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=4, help="that each short job is measured, after its warm-up")
    parser.add_argument("--epochs", type=int, default=3, help="of the job train")
    parser.add_argument("--full", action="store_true", help="the job train goes on until it stops by itself")
    parser.add_argument("--stock-training", action="store_true", help="DL4J stock takes part in the job train: a minute and more an epoch")
    parser.add_argument("-o", "--output", type=Path, default=HOME / "target/engine.tsv")
    parser.add_argument("--built", action="store_true", help="do not build again")
    parser.add_argument("--dry-run", action="store_true", help="print the commands, run nothing")
    parser.add_argument("--render", action="store_true", help="measure nothing; print the tables of the TSV")
    parser.add_argument("--into", type=Path, help="with --render: a Markdown page that takes the tables between its marks")
    args = parser.parse_args()
    if not args.render:
        Race(args).run()
    elif args.into:
        into(args.into, render(args.output))
    else:
        print(render(args.output), end="")


if __name__ == "__main__":
    main()
