"""Looks at the bioconda recipe as far as it goes without conda: renders it, checks what bioconda's lint asks for, runs its build.sh on
the installation whose expomotif is on the PATH (of a source tree: what was built in it), and then the commands of its test.

    python packaging/check.py      needs jinja2 and PyYAML
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

import jinja2
import yaml

here = Path(__file__).resolve().parent
recipe = here / "bioconda"
problems = []


def expect(holds, problem):
    if not holds:
        problems.append(problem)


text = (recipe / "meta.yaml").read_text()
meta = yaml.safe_load(
    jinja2.Environment(undefined=jinja2.StrictUndefined)
    .from_string(text)
    .render(pin_subpackage=lambda name, max_pin: f"{name} {max_pin}")
)
version = meta["package"]["version"]
pom = ET.parse(here.parent / "pom.xml").getroot()
expect(version == pom.findtext("{*}version"), f"the recipe is for {version}, pom.xml has another version")
expect(isinstance(version, str), "the version must be a string")
expect(re.fullmatch(r"[a-z0-9_.-]+", meta["package"]["name"]), "the name is in lower case")
expect(set(meta) <= {"package", "source", "build", "requirements", "test", "about", "extra"}, f"sections: {sorted(meta)}")
expect(set(meta["source"]) == {"url", "sha256"}, "the source has an address and its checksum")
expect(meta["build"]["noarch"] == "generic", "the same files on every system: noarch: generic")
expect(isinstance(meta["build"]["number"], int), "the build has a number")
expect(meta["build"]["run_exports"] == [meta["package"]["name"] + " x.x"], "run_exports, at most one minor version: it is below 1.0")
expect("build" not in meta["requirements"], "nothing is compiled")
expect("openjdk >=25" in meta["requirements"]["run"], "Java 25 or newer")
for key in ("home", "summary", "license", "license_file"):
    expect(meta["about"].get(key), f"about: {key} is missing")
expect(len(meta["about"]["summary"]) < 150 and not meta["about"]["summary"].endswith("."), "the summary is short, without a full stop")
expect(meta["test"]["commands"], "the recipe tests nothing")
expect(all(isinstance(command, str) for command in meta["test"]["commands"]), "a command that YAML reads as something else")
for macros in (here.parent / "galaxy-tools").glob("macros.xml"):
    token = ET.parse(macros).getroot().findtext("token[@name='@TOOL_VERSION@']")
    expect(token == version, f"the Galaxy tools ask for {token}")
if "--release" in sys.argv:
    expect(re.fullmatch(r"https://.*/expomotif-[^/]*\.tar\.gz", meta["source"]["url"]), "the address is not filled in")
    expect(re.fullmatch(r"[0-9a-f]{64}", meta["source"]["sha256"]), "the checksum is not filled in")

launcher = shutil.which("expomotif")
if not launcher:
    raise SystemExit("no expomotif on the PATH")
installed = Path(launcher).resolve().parent.parent
if (installed / "pom.xml").is_file():
    installed = installed / "target" / f"expomotif-{version}"
with tempfile.TemporaryDirectory() as folder:
    prefix = Path(folder, "prefix")
    environment = dict(
        os.environ, PREFIX=str(prefix), SRC_DIR=str(installed), PKG_VERSION=version, PKG_BUILDNUM=str(meta["build"]["number"])
    )
    subprocess.run(["bash", recipe / "build.sh"], env=environment, check=True)
    for name in meta["about"]["license_file"]:
        expect((installed / name).is_file(), f"the archive has no {name}")
    environment["PATH"] = f"{prefix}/bin:{environment['PATH']}"
    for command in meta["test"]["commands"]:
        done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], cwd=folder, env=environment, capture_output=True, text=True)
        expect(done.returncode == 0, f"{command}\n{done.stdout[-500:]}{done.stderr[-500:]}")

print("\n".join(problems) or f"the recipe of {version} holds: {len(meta['test']['commands'])} commands ran")
sys.exit(bool(problems))
