#!/usr/bin/env python3
"""Kills every command at random moments and looks at what is left.

    src/test/faults/kill.py FOLDER [--trials 200] [--seed 1] [--quick] [--command NAME] [--only NUMBER]
                         [--table FILE]

FOLDER is the unpacked archive. The trials take the commands in turn, and each command SIGKILL, SIGTERM and SIGINT in
turn; the moment is uniform over the duration of the latest undisturbed run. In half of the trials every output exists
before the run. The last line is 'N passed, N failed'.
"""

import argparse
import random
import re
import signal
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.dont_write_bytecode = True  # no __pycache__ in the source tree

from cases import CASES, chosen, prepare
from trial import STACK_TRACE, Run, contents, files, fresh, make_older, output_faults, place_old
from trial import restore_signals, undisturbed

# What Java itself says, if anything, where a signal arrives in the tenth of a second before it runs the program; at
# times it ends with 1 (seen with 25.0.3). Nothing of the program has begun then.
JAVA_STARTS = re.compile(
    r"(Runtime\.exit\(\d+\) logging failed: .*\n"
    r"|Error occurred during initialization of VM\n|java\.lang\.InternalError: Bad level.*\n|\s+at java.*\n|\n)*"
)

SIGNALS = [signal.SIGKILL, signal.SIGTERM, signal.SIGINT]
TWO_MINUTES = 120


def ended_while_java_started(status, said):
    return (status == 1 or status > 128 and said != "") and JAVA_STARTS.fullmatch(said) is not None


class Trial:
    """One kill and the checks after it."""

    def __init__(self, number, seed, cases):
        rng = random.Random(f"{seed} {number}")
        self.number = number
        self.case = cases[number % len(cases)]
        self.signal = SIGNALS[(number // len(cases) + number % len(cases)) % len(SIGNALS)]
        self.fraction = rng.random()
        self.with_old = rng.random() < 0.5
        self.whole_group = rng.random() < 0.5
        self.faults = []
        self.outcome = Counter()
        # Of the latest run to the end, because other work may slow the machine down for a while.
        self.seconds = None

    def __str__(self):
        to = "group" if self.whole_group else "process"
        old = "over old files" if self.with_old else "into an empty folder"
        return f"trial {self.number}: {self.case.name}, {self.signal.name} to the {to} at {self.fraction:.3f}, {old}"

    def run(self, expomotif, folder, data, expected, duration):
        case = self.case
        fresh(folder, case, data)
        old = place_old(folder, case, expected) if self.with_old else {}
        run = Run(expomotif, case.command(data), folder)
        killed = run.kill_at(self.fraction * duration, self.signal, self.whole_group)
        status = run.end()
        if status == 0:
            self.seconds = run.duration()
        self.outcome["ended before the signal" if not killed or status == 0 else "killed"] += 1
        if killed and self.signal != signal.SIGKILL and ended_while_java_started(status, run.stderr()):
            self.outcome["Java was starting"] += 1
            self.check_untouched(folder, old)
        else:
            self.check_status(status, killed)
            self.check_stderr(run.stderr())
        if alive := run.survivors():
            self.faults.append(f"processes are left: {alive}")
        faults, new = output_faults(case, folder, old, expected, complete=status == 0)
        self.faults += faults
        if status != 0:
            self.outcome["some outputs new" if new else "no output new"] += 1
        beside, elsewhere = run.leftovers()
        if elsewhere:
            self.faults.append(f"temporary files are left: {elsewhere}")
        if beside and (status == 0 or self.signal != signal.SIGKILL):
            self.faults.append(f"temporary files are left: {beside}")
        self.outcome["left a partial file"] += bool(beside)
        if status != 0 and (self.signal == signal.SIGKILL or case.again):
            self.check_next_run(expomotif, folder, data, expected, beside)

    def check_untouched(self, folder, old):
        if contents(folder, self.case) != old:
            self.faults.append(f"Java was starting, and yet there are {files(folder)}")

    def check_status(self, status, killed):
        right = 128 + self.signal
        if not (status == 0 or killed and status == right):
            self.faults.append(f"exit status {status}, expected {right}")

    def check_stderr(self, text):
        if STACK_TRACE.search(text) or "error:" in text:
            self.faults.append(f"standard error: {text.strip()[:500]}")

    def check_next_run(self, expomotif, folder, data, expected, beside):
        """The same command again (train: with --resume) removes what was left and gives the undisturbed result."""
        make_older(folder, beside, TWO_MINUTES)
        run = Run(expomotif, self.case.command(data, again=True), folder)
        status = run.end()
        if not self.case.again:
            self.seconds = run.duration()
        self.outcome["run again"] += 1
        if status != 0:
            self.faults.append(f"the next run ends with {status}: {run.stderr().strip()[:500]}")
        elif contents(folder, self.case) != expected:
            differing = [n for n, d in contents(folder, self.case).items() if expected.get(n) != d]
            missing = [n for n in expected if n not in files(folder)]
            self.faults.append(f"after the next run differ {differing}, are missing {missing}")


def table(trials, durations):
    """A row for each command, in Markdown."""
    kinds = ["killed", "ended before the signal", "Java was starting"]
    kinds += ["no output new", "some outputs new", "left a partial file", "run again"]
    lines = ["| command | seconds | trials | " + " | ".join(kinds) + " | failed |", "|---" * (len(kinds) + 4) + "|"]
    total = Counter()
    for name, seconds in durations.items():
        row = Counter(trials=0)
        for trial in trials:
            if trial.case.name == name:
                row += Counter(trials=1, failed=int(bool(trial.faults))) + trial.outcome
        total += row
        lines.append(f"| {name} | {seconds:.1f} | {row['trials']} | " + cells(row, kinds))
    lines.append(f"| all | | {total['trials']} | " + cells(total, kinds))
    return "\n".join(lines)


def cells(row, kinds):
    return " | ".join(str(row[kind]) for kind in [*kinds, "failed"]) + " |"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("installed", type=Path, metavar="FOLDER")
    parser.add_argument("--trials", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quick", action="store_true", help="only the commands chosen for continuous integration")
    names = [case.name for case in CASES]
    parser.add_argument("--command", choices=names, metavar="NAME", action="append", help="only this one; repeatable")
    parser.add_argument("--only", type=int, help="one trial, by its number")
    parser.add_argument("--table", type=Path, help="also write the table of the commands to this file")
    arguments = parser.parse_args()
    restore_signals()
    installed = arguments.installed.resolve()
    expomotif = str(installed / "bin" / "expomotif")
    cases, without = chosen(installed, arguments.quick, arguments.command)
    for name in without:
        print(f"left out: {name}: the add-on of Deeplearning4j is not installed")
    numbers = [] if not cases else range(arguments.trials) if arguments.only is None else [arguments.only]
    trials = [Trial(number, arguments.seed, cases) for number in numbers]
    with tempfile.TemporaryDirectory(prefix="expomotif-faults-") as work:
        data = Path(work) / "data"
        prepare(expomotif, data)
        references = {}
        for trial in trials:
            case = trial.case
            if case.name not in references:
                references[case.name] = undisturbed(expomotif, case, Path(work) / "reference", data)
            expected, seconds = references[case.name]
            trial.run(expomotif, Path(work) / "trial", data, expected, seconds)
            references[case.name] = expected, trial.seconds or seconds
            print(f"{'FAIL' if trial.faults else 'ok':4}  {trial}", *trial.faults, sep="\n      ", flush=True)
    said = table(trials, {name: seconds for name, (_, seconds) in references.items()})
    print("\n" + said)
    if arguments.table:
        arguments.table.write_text(said + "\n")
    failed = sum(bool(trial.faults) for trial in trials)
    print(f"\n{len(trials) - failed} passed, {failed} failed")
    return 1 if failed or not trials else 0


if __name__ == "__main__":
    sys.exit(main())
