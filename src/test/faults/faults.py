#!/usr/bin/env python3
"""Runs every command on a machine with a fault, and looks at the end of the run and at its outputs.

    src/test/faults/faults.py FOLDER [--fault NAME] [--command NAME] [--quick] [--table FILE]

FOLDER is the unpacked archive. A fault that this machine cannot make (a full disk needs the right to mount) is named as
left out. The last line is 'N passed, N failed'.
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import namedtuple
from pathlib import Path

sys.dont_write_bytecode = True  # no __pycache__ in the source tree

from cases import CASES, chosen, prepare
from trial import STACK_TRACE, Run, files, fresh, output_faults, place_old, restore_signals, undisturbed

PATIENCE = 300
NOBODY = 65534

Bench = namedtuple("Bench", "expomotif case folder data expected duration")
"""A case at hand: the program, its folder, the made inputs, the bytes of its outputs and the seconds that it takes."""


class LeftOut(Exception):
    """The machine cannot make the fault, or the command has no part that it concerns."""


def judged(bench, run, old, allowed, patience=PATIENCE, outputs=True):
    """Waits for the end of a run; gives what was seen and the faults."""
    try:
        status = run.end(patience)
    except subprocess.TimeoutExpired:
        run.process.kill()
        run.end()
        return "no end", [f"no end after {patience} s"]
    faults = []
    said = run.stderr().strip()
    if status not in allowed:
        faults.append(f"exit status {status}, expected one of {allowed}: {said[:400]}")
    if STACK_TRACE.search(said):
        faults.append(f"standard error: {said[:400]}")
    if status in (1, 3) and run.hears and said.count("error:") != 1:
        faults.append(f"not one error message: {said[:400]}")
    if outputs and bench.folder.exists():
        faults += output_faults(bench.case, bench.folder, old, bench.expected, complete=status == 0)[0]
    beside, elsewhere = run.leftovers()
    if beside or elsewhere:
        faults.append(f"temporary files are left: {beside + elsewhere}")
    if run.survivors():
        faults.append("processes are left")
    return f"{status}", faults


def start(bench, words=None, hears=True, **settings):
    run = Run(bench.expomotif, words or bench.case.command(bench.data), bench.folder, **settings)
    run.hears = hears
    return run


def file_size_limit(bench):
    """No file may grow beyond half of the largest output."""
    old = place_old(bench.folder, bench.case, bench.expected)
    limit = max(len(data) for data in bench.expected.values()) // 2
    run = start(bench, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    return judged(bench, run, old, [1])


def full_disk(bench):
    """The file system has room for half of the outputs."""
    if os.geteuid() != 0 or shutil.which("mount") is None:
        raise LeftOut("mounting a file system needs the super-user")
    room = sum(len(data) for data in bench.expected.values()) // 2 // 4096 * 4096
    inputs = {name: (bench.folder / name).read_bytes() for name in bench.case.inputs}
    size = room + sum(len(data) + 4096 for data in inputs.values()) + 4096 * (2 * len(bench.expected) + 8)
    mounted = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(bench.folder)]
    if subprocess.run(mounted, stderr=subprocess.DEVNULL).returncode != 0:
        raise LeftOut("mounting is not permitted")
    try:
        for name, data in inputs.items():
            (bench.folder / name).write_bytes(data)
        old = place_old(bench.folder, bench.case, bench.expected)
        fill(bench.folder / "filler", room)
        seen, faults = judged(bench, start(bench), old, [1], outputs=False)
        (bench.folder / "filler").unlink()
        return seen, faults + output_faults(bench.case, bench.folder, old, bench.expected, complete=seen == "0")[0]
    finally:
        subprocess.run(["umount", "-l", str(bench.folder)], check=True)


def fill(path, room):
    """Takes all bytes of a file system but so many."""
    with open(path, "wb", buffering=0) as filler:
        try:
            while filler.write(bytes(4096)):
                pass
        except OSError:
            filler.truncate(max(0, filler.tell() - room))


def to_standard_output(bench):
    words = bench.case.command(bench.data)
    if "-o" not in words or "train" in words:
        raise LeftOut("writes to named files alone")
    at = words.index("-o")
    if words[at + 1].endswith((".bw", ".npz")):
        raise LeftOut("writes arrays or a track, to a named file")
    words[at + 1] = "-"
    for option in ("--scores", "--counts", "--table", "--tree", "--logos", "--html", "--summary", "--verdict", "--dropped"):
        if option in words:
            at = words.index(option)
            del words[at : at + 2]
    return [word for word in words if word != "--sort"]


def full_standard_output(bench):
    """Standard output is /dev/full."""
    with open("/dev/full", "wb") as full:
        return judged(bench, start(bench, to_standard_output(bench), stdout=full), {}, [1])


def closed_pipe(bench):
    """The reader of standard output reads one byte and goes."""
    run = start(bench, to_standard_output(bench), stdout=subprocess.PIPE, bufsize=0)
    run.process.stdout.read(1)
    run.process.stdout.close()
    seen, faults = judged(bench, run, {}, [0], outputs=False)
    if "error" in run.stderr():
        faults.append(f"not quiet: {run.stderr()[:200]}")
    outputs = bench.expected if bench.case.old is None else bench.case.old
    return seen, faults + [f"{name} was written" for name in files(bench.folder) if name in outputs]


def closed_standard_output(bench):
    """Standard output is closed."""
    run = start(bench, to_standard_output(bench), preexec_fn=lambda: os.close(1))
    return judged(bench, run, {}, [1], outputs=False)


def heap(megabytes):
    def run(bench):
        old = place_old(bench.folder, bench.case, bench.expected)
        return judged(bench, start(bench, java_options=f"-Xmx{megabytes}m"), old, [0, 3])

    run.__doc__ = f"The heap has {megabytes} MB."
    return run


def read_only_folder(bench):
    """The folder of the outputs may not be written to."""
    root = os.geteuid() == 0
    if bench.case.inputs and root:
        (bench.folder / bench.case.inputs[0]).chmod(0o444)
    bench.folder.chmod(0o555)
    user = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if root else {}
    try:
        return judged(bench, start(bench, **user), {}, [1])
    finally:
        bench.folder.chmod(0o755)


def removed_folder(bench):
    """The folder of the outputs is removed in the middle of the run."""
    run = start(bench)
    time.sleep(bench.duration / 2)
    shutil.rmtree(bench.folder, ignore_errors=True)
    return judged(bench, run, {}, [0, 1], outputs=False)


def closed_standard_input(bench):
    """Standard input is closed."""
    return judged(bench, start(bench, preexec_fn=lambda: os.close(0)), {}, [0])


def closed_standard_input_read(bench):
    """Standard input is closed, and an input is '-'."""
    words = bench.case.command(bench.data)
    if "--sequences" in words:
        words[words.index("--sequences") + 1] = "-"
    elif words[0] in ("motifs", "logo"):
        words[1] = "-"
    else:
        raise LeftOut("has no input that may be standard input")
    return judged(bench, start(bench, words, preexec_fn=lambda: os.close(0)), {}, [1])


def closed_standard_error(bench):
    """Standard error is closed."""
    return judged(bench, start(bench, hears=False, preexec_fn=lambda: os.close(2)), {}, [0])


def no_temporary_folder(bench):
    """The folder of temporary files (java.io.tmpdir) does not exist."""
    return judged(bench, start(bench, java_options="-Djava.io.tmpdir=/nonexistent"), {}, [0])


def no_home(bench):
    """HOME and XDG_CACHE_HOME are not set."""
    return judged(bench, start(bench, without=("HOME", "XDG_CACHE_HOME")), {}, [0])


FAULTS = {
    "full disk": full_disk,
    "file size limit": file_size_limit,
    "full standard output": full_standard_output,
    "closed pipe": closed_pipe,
    "closed standard output": closed_standard_output,
    "heap of 8 MB": heap(8),
    "heap of 16 MB": heap(16),
    "heap of 32 MB": heap(32),
    "read-only folder": read_only_folder,
    "folder removed": removed_folder,
    "standard input closed": closed_standard_input,
    "standard input closed and read": closed_standard_input_read,
    "standard error closed": closed_standard_error,
    "no temporary folder": no_temporary_folder,
    "no home": no_home,
}


def table(seen, names, faults):
    lines = ["| command | " + " | ".join(faults) + " |", "|---" * (len(faults) + 1) + "|"]
    for name in names:
        lines.append(f"| {name} | " + " | ".join(seen.get((name, fault), "") for fault in faults) + " |")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("installed", type=Path, metavar="FOLDER")
    parser.add_argument("--fault", choices=FAULTS, metavar="NAME", action="append", help="only this one; repeatable")
    names = [case.name for case in CASES]
    parser.add_argument("--command", choices=names, metavar="NAME", action="append", help="only this command")
    parser.add_argument("--quick", action="store_true", help="only the commands chosen for continuous integration")
    parser.add_argument("--table", type=Path, help="also write the table of exit codes to this file")
    arguments = parser.parse_args()
    restore_signals()
    installed = arguments.installed.resolve()
    expomotif = str(installed / "bin" / "expomotif")
    wanted = arguments.fault or list(FAULTS)
    cases, without = chosen(installed, arguments.quick, arguments.command)
    for name in without:
        print(f"left out: {name}: the add-on of Deeplearning4j is not installed")
    seen, passed, failed, left_out = {}, 0, 0, set()
    with tempfile.TemporaryDirectory(prefix="expomotif-faults-") as work:
        Path(work).chmod(0o755)
        data = Path(work) / "data"
        prepare(expomotif, data)
        for case in cases:
            expected, duration = undisturbed(expomotif, case, Path(work) / "reference", data)
            for name in wanted:
                folder = fresh(Path(work) / "trial", case, data)
                try:
                    result, faults = FAULTS[name](Bench(expomotif, case, folder, data, expected, duration))
                except LeftOut as reason:
                    seen[case.name, name] = "-"
                    left_out.add(f"{name}: {reason}")
                    continue
                seen[case.name, name] = result + (" FAIL" if faults else "")
                passed, failed = passed + (not faults), failed + bool(faults)
                line = f"{'FAIL' if faults else 'ok':4}  {case.name}: {name}: {result}"
                print(line, *faults, sep="\n      ", flush=True)
    said = table(seen, [case.name for case in cases], wanted)
    print("\n" + said)
    if arguments.table:
        arguments.table.write_text(said + "\n")
    print(*(f"left out: {reason}" for reason in sorted(left_out)), sep="\n")
    print(f"\n{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
