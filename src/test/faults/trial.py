"""Runs of a command in a folder of their own, and what they leave."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

PARTIAL = re.compile(r"\..+\.[0-9a-f]{16}\.partial|\.expomotif-[0-9a-f]{16}\.temporary")
STACK_TRACE = re.compile(r"^\s+at [a-z]|Exception in thread|a bug in expomotif", re.MULTILINE)
SHARED_FOLDERS = [Path("/tmp"), Path("/dev/shm")]


class Run:
    """One start of the program, in a session of its own so that none of its processes can hide."""

    def __init__(self, expomotif, words, folder, java_options="", without=(), **process):
        self.folder = folder
        self.temporary = folder.parent / (folder.name + ".tmp")
        self.temporary.mkdir(exist_ok=True)
        self.errors = folder.parent / (folder.name + ".stderr")
        settings = {name: value for name, value in os.environ.items() if name not in without}
        settings["EXPOMOTIF_JAVA_OPTS"] = f"-Djava.io.tmpdir={self.temporary} {java_options}"
        self.started = time.monotonic()
        with open(self.errors, "wb") as errors:
            self.process = subprocess.Popen(
                [expomotif, *words],
                cwd=folder,
                env=settings,
                start_new_session=True,
                **{"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": errors, **process},
            )

    def kill_at(self, moment, number, whole_group):
        """Sends a signal so many seconds after the start; False when the run had ended before."""
        try:
            self.process.wait(timeout=max(0.0, self.started + moment - time.monotonic()))
            return False
        except subprocess.TimeoutExpired:
            pass
        if whole_group:
            os.killpg(self.process.pid, number)
        else:
            self.process.send_signal(number)
        return True

    def end(self, timeout=300):
        """Waits for the end; gives the exit status as a shell shows it."""
        status = self.process.wait(timeout=timeout)
        return 128 - status if status < 0 else status

    def duration(self):
        return time.monotonic() - self.started

    def survivors(self, patience=15.0):
        """Processes of the session that are still there after the time it takes to notice a closed pipe."""
        limit = time.monotonic() + patience
        while found := session(self.process.pid):
            if time.monotonic() > limit:
                return found
            time.sleep(0.02)
        return []

    def stderr(self):
        return self.errors.read_text(errors="replace")

    def leftovers(self):
        """Temporary files beside the outputs, in java.io.tmpdir, /tmp and /dev/shm."""
        beside = [path for path in files(self.folder) if PARTIAL.fullmatch(Path(path).name)]
        own = [str(path) for path in self.temporary.rglob("*")]
        return beside, own + self.shared()

    def shared(self):
        """What bears the mark of this process, or of the program, in the folders that all programs share."""
        marked = []
        for folder in SHARED_FOLDERS:
            marked += [str(p) for p in folder.glob(".expomotif-*.temporary") if recent(p, self.started)]
            marked += [str(p) for p in folder.glob(f"hsperfdata_*/{self.process.pid}")]
            marked += [str(p) for p in folder.glob(f".java_pid{self.process.pid}")]
        return marked


def recent(path, started):
    try:
        return path.stat().st_mtime >= time.time() - (time.monotonic() - started) - 1
    except FileNotFoundError:
        return False


def session(leader):
    """Processes whose session is that of the leader, zombies left out."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                state, _, _, session_id = (entry / "stat").read_text().rsplit(")", 1)[1].split()[:4]
            except OSError:
                continue
            if int(session_id) == leader and state != "Z":
                found.append(entry.name)
    return found


def files(folder):
    """Names of all regular files below a folder, relative to it."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def contents(folder, case):
    """The outputs; those whose content varies as an empty text."""
    return {
        name: b"" if name in case.varies else (folder / name).read_bytes()
        for name in files(folder)
        if name not in case.inputs
    }


def fresh(folder, case, data):
    """An empty folder with the inputs that a case has in its own folder."""
    for path in [folder, folder.parent / (folder.name + ".tmp")]:
        shutil.rmtree(path, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in case.inputs:
        shutil.copy(data / name, folder / name)
    return folder


def place_old(folder, case, expected):
    """Puts a file in the place of every output that may be there before a run."""
    names = expected if case.old is None else case.old
    old = {name: f"old {name}\n".encode() for name in names}
    for name, text in old.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text)
    return old


def output_faults(case, folder, old, expected, complete):
    """Every output is absent, as it was, or complete; those that belong together all are new or none is.

    Gives the faults and the names of the outputs that are new.
    """
    faults = []
    found = {
        name: data
        for name, data in contents(folder, case).items()
        if not PARTIAL.fullmatch(Path(name).name) and (complete or name not in case.kept)
    }
    for name, data in found.items():
        if name not in expected:
            faults.append(f"{name} is not an output")
        elif data not in (expected[name], old.get(name)):
            faults.append(f"{name} is neither the old file nor the complete new one ({len(data)} bytes)")
    faults += [f"{name} was there before and is gone" for name in old if name not in found]
    new = {name for name, data in found.items() if data == expected.get(name)}
    for group in case.together(expected):
        if new & group and not group <= new:
            faults.append(f"of {sorted(group)} only {sorted(new & group)} are new")
    if complete and found != expected:
        faults.append(f"exit status 0, but not all outputs are complete: {sorted(new)}")
    return faults, new


def undisturbed(expomotif, case, folder, data):
    """Runs a case to its end; gives its outputs and how long it took."""
    run = Run(expomotif, case.command(data), fresh(folder, case, data))
    if run.end() != 0:
        raise SystemExit(f"{case.name} fails without any fault:\n{run.stderr()}")
    return contents(folder, case), run.duration()


def make_older(folder, names, seconds):
    then = time.time() - seconds
    for name in names:
        os.utime(folder / name, (then, then))


def restore_signals():
    """Started programs get signals as at a terminal, also where this script runs in the background or under nohup; this
    script itself cleans up when it is ended."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
