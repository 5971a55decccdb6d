#!/usr/bin/env python3
"""Runs the tests of the modules (modules/expomotif/NAME/tests/main.nf.test) and compares what they make with the snapshots.

    nextflow/tests/modules.py FOLDER [--update] [NAME...]     NAME: only these modules; FOLDER: of the runs

nf-test runs the same files; it is on no registry of packages, so this script reads as much of them as they use: the inputs,
the options of module_args, -stub, and snapshot(process.out) or single channels of it. All tests of a kind, real and stub, are
one run of Nextflow, each test under a name of its own. --update writes main.nf.test.snap as nf-test would.
"""
import datetime
import gzip
import hashlib
import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
MODULES = HERE.parent / "modules" / "expomotif"
DATA = HERE.parent.parent / "test-data"
TEST = re.compile(r'^    test\("(?P<title>[^"]*)"\) \{\n(?P<body>.*?)^    \}$', re.MULTILINE | re.DOTALL)

WORKFLOW = """
/** Values as nf-test notes them: a file by its path, a folder by the files in it. */
def noted(value) {
    if (value instanceof java.nio.file.Path) {
        return [path: value.toString()]
    }
    if (value instanceof Map) {
        return value.collectEntries { key, each -> [key, noted(each)] }
    }
    return value instanceof List ? value.collect { each -> noted(each) } : value.toString()
}

workflow {
    made = channel.empty()
%s
    made.map { line -> groovy.json.JsonOutput.toJson(line) }.collectFile(name: 'made.jsonl', newLine: true, storeDir: launchDir)
}
"""


def tests_of(module):
    """The tests of one module, in the order of its file."""
    text = (MODULES / module / "tests" / "main.nf.test").read_text()
    outputs = re.findall(r"emit: (\w+)", (MODULES / module / "main.nf").read_text())
    for match in TEST.finditer(text):
        body = match["body"]
        arguments = re.search(r"module_args = '([^']*)'", body)
        yield {
            "module": module,
            "title": match["title"],
            "stub": 'options "-stub"' in body,
            "inputs": re.findall(r"^ +input\[\d+\] = (.*)$", body, re.MULTILINE),
            "arguments": arguments[1] if arguments else "",
            "compared": re.findall(r"process\.out(?:\.(\w+))?", body[body.index("snapshot(") :]),
            "outputs": outputs,
        }


def script_of(tests):
    includes, calls = [], []
    for number, test in enumerate(tests):
        name = f"T{number}"
        process = f"EXPOMOTIF_{test['module'].upper()}"
        includes.append(f"include {{ {process} as {name} }} from '{MODULES / test['module']}/main.nf'")
        calls.append(f"    {name}({', '.join(test['inputs'])})")
        for emit in test["outputs"]:
            calls.append(f"    made = made.mix({name}.out.{emit}.toList().map {{ all -> [{number}, '{emit}', noted(all)] }})")
    return "\n".join(includes) + WORKFLOW % "\n".join(calls)


def run(tests, folder, stub):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "main.nf").write_text(script_of(tests))
    settings = [f"    withName: T{number} {{ ext.args = '{test['arguments']}' }}" for number, test in enumerate(tests)]
    (folder / "nextflow.config").write_text(
        f"params.modules_testdata_base_path = '{DATA}/'\n"
        "process {\n    cpus = 1\n    memory = 1.GB\n" + "\n".join(settings) + "\n}\n"
    )
    made = folder / "made.jsonl"
    made.unlink(missing_ok=True)
    command = ["nextflow", "-q", "run", "main.nf"] + (["-stub-run"] if stub else [])
    subprocess.run(command, cwd=folder, check=True)
    for line in made.read_text().splitlines():
        number, emit, values = json.loads(line)
        tests[number].setdefault("made", {})[emit] = values


def digest(path):
    """As nf-test: of the content of a .gz file, else of the bytes."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return f"{path.name}:md5,{hashlib.md5(data).hexdigest()}"


def recorded(value, process):
    if isinstance(value, dict) and set(value) == {"path"}:
        path = pathlib.Path(value["path"])
        return [recorded({"path": str(each)}, process) for each in sorted(path.iterdir())] if path.is_dir() else digest(path)
    if isinstance(value, dict):
        return {key: recorded(each, process) for key, each in value.items()}
    if isinstance(value, list):
        return [recorded(each, process) for each in value]
    return re.sub(r"^T\d+$", process, value)


def content_of(test):
    process = f"EXPOMOTIF_{test['module'].upper()}"
    made = {emit: recorded(test["made"][emit], process) for emit in test["outputs"]}
    numbered = {str(number): made[emit] for number, emit in enumerate(test["outputs"])}
    everything = dict(sorted({**numbered, **made}.items()))
    return [made[emit] if emit else everything for emit in test["compared"]]


def main():
    folder = pathlib.Path(sys.argv[1]).resolve()
    update = "--update" in sys.argv
    names = [name for name in sys.argv[2:] if name != "--update"] or sorted(each.name for each in MODULES.iterdir())
    tests = [test for name in names for test in tests_of(name)]
    for stub in (False, True):
        run([test for test in tests if test["stub"] == stub], folder / ("stub" if stub else "real"), stub)
    version = re.search(r"[\d.]+\d", subprocess.run(["nextflow", "-v"], capture_output=True, text=True, check=True).stdout)[0]
    failed = 0
    for name in names:
        snapshot = MODULES / name / "tests" / "main.nf.test.snap"
        known = json.loads(snapshot.read_text()) if snapshot.exists() else {}
        found = {test["title"]: content_of(test) for test in tests if test["module"] == name}
        if update:
            kept = {title: known.get(title, {}) for title in found}
            now = datetime.datetime.now().isoformat() + "000"
            meta = {"nf-test": "0.9.2", "nextflow": ".".join(version.split(".")[:3])}
            written = {
                title: kept[title] if kept[title].get("content") == content
                else {"content": content, "meta": meta, "timestamp": now}
                for title, content in sorted(found.items())
            }
            snapshot.write_text(json.dumps(written, indent=4) + "\n")
            continue
        for title, content in found.items():
            same = known.get(title, {}).get("content") == content
            failed += not same
            print(f"{'ok  ' if same else 'FAIL'}  {name}: {title}")
            if not same:
                print("  expected: " + json.dumps(known.get(title, {}).get("content")) + "\n  found:    " + json.dumps(content))
        if set(known) - set(found):
            failed += 1
            print(f"FAIL  {name}: the snapshot has tests that are not there: {sorted(set(known) - set(found))}")
    print(f"{len(tests)} tests, {failed} failed")
    sys.exit(1 if failed or not tests else 0)


main()
