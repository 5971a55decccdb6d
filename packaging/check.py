"""Renders a bioconda recipe, holds it to what bioconda's lint asks for, and prints the commands of its test, one on each line.

    python packaging/check.py FOLDER VERSION      needs jinja2 and PyYAML
"""

import re
import sys
from pathlib import Path

import jinja2
import yaml

recipe, version = Path(sys.argv[1]), sys.argv[2]
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
about, build, extra, source, test = (meta[section] for section in ("about", "build", "extra", "source", "test"))
expect(meta["package"]["version"] == version, f"the recipe is for {meta['package']['version']}, which is not the string {version}")
expect(re.fullmatch(r"[a-z0-9_.-]+", meta["package"]["name"]), "the name is in lower case")
expect(set(meta) == {"package", "source", "build", "requirements", "test", "about", "extra"}, f"sections: {sorted(meta)}")
expect(set(source) == {"url", "sha256"}, "the source has an address and its checksum")
expect(re.fullmatch(r"https://\S+/v(\S+)/expomotif-\1\.tar\.gz", source["url"]), f"the address of the source: {source['url']}")
expect(re.fullmatch(r"[0-9a-f]{64}", source["sha256"]), f"the checksum of the source: {source['sha256']}")
expect(build["noarch"] == "generic", "the same files on every system: noarch: generic")
expect(isinstance(build["number"], int), "the build has a number")
expect(build["run_exports"] == [meta["package"]["name"] + " x.x"], "run_exports, at most one minor version: it is below 1.0")
expect("build" not in meta["requirements"], "nothing is compiled")
expect("openjdk >=25" in meta["requirements"]["run"], "Java 25 or newer")
for key in ("home", "dev_url", "doc_url", "summary", "description", "license", "license_family", "license_file"):
    expect(about.get(key), f"about: {key} is missing")
for key in ("home", "dev_url", "doc_url"):
    expect(str(about.get(key)).startswith("https://"), f"about: {key} is no address: {about.get(key)}")
expect(len(about["summary"]) < 150 and not about["summary"].endswith("."), "the summary is short, without a full stop")
expect(extra["recipe-maintainers"] and all(isinstance(name, str) for name in extra["recipe-maintainers"]), "extra: maintainers")
expect(any(re.fullmatch(r"biotools:\S+", one) for one in extra["identifiers"]), "extra: the entry in bio.tools")
expect(any(re.fullmatch(r"doi:10\.\S+", one) for one in extra["identifiers"]), "extra: the DOI of the method")
expect(test["commands"], "the recipe tests nothing")
expect(all(isinstance(command, str) and "\n" not in command for command in test["commands"]), "a command is no line of text")

print("\n".join(problems or test["commands"]), file=sys.stderr if problems else sys.stdout)
sys.exit(bool(problems))
