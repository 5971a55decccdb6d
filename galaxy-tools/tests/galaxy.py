"""What run.sh asks of Galaxy and of the reports: a key of an ordinary user, and a line of the table for every test."""

import json
import re
import secrets
import sys
import xml.etree.ElementTree as ET
from datetime import datetime
from pathlib import Path


def api_key(url, key):
    from bioblend.galaxy import GalaxyInstance

    users = GalaxyInstance(url, key=key).users
    found = [user["id"] for user in users.get_users() if user["email"] == "user@example.org"]
    user = found[0] if found else users.create_local_user("user", "user@example.org", key)["id"]
    print(users.get_or_create_user_apikey(user))


def note(results, ok, name, seconds, message):
    status = "ok" if ok else "FAIL"
    with open(results, "a") as table:
        table.write(f"{status}\t{name}\t{seconds:.0f}\t{' '.join(message.split())}\n")
    print(f"{status:5} {name:62} {seconds:4.0f} s")
    if not ok:
        for line in message.strip().splitlines()[:30]:
            print("      " + line[:300])


def problem(data):
    said = [str(data[key]) for key in ("execution_problem", "dynamic_tool_load_error") if data.get(key)]
    said += [str(output) for output in data.get("output_problems") or []]
    job = data.get("job") or {}
    said += [f"{key}: {job[key][-1500:]}" for key in ("stderr",) if job.get(key) and said]
    return "\n".join(said) or data["status"]


def tools(report, results, *wrappers):
    """Every test of every wrapper must be in the report: a tool that Galaxy did not load has none."""
    tests = json.loads(Path(report).read_text())["tests"]
    found = {}
    for test in sorted(tests, key=lambda test: (test["data"]["tool_id"], test["data"]["test_index"])):
        data = test["data"]
        found[data["tool_id"]] = found.get(data["tool_id"], 0) + 1
        name = f"{data['tool_id']}, test {data['test_index'] + 1}"
        note(results, data["status"] == "success", name, data.get("time_seconds") or 0, problem(data))
    for wrapper in wrappers:
        root = ET.parse(wrapper).getroot()
        if root.tag == "tool" and found.get(root.get("id"), 0) != len(root.findall("tests/test")):
            count = found.get(root.get("id"), 0)
            note(results, False, root.get("id"), 0, f"{len(root.findall('tests/test'))} tests written, {count} run")


def workflow(report, results):
    tests = json.loads(Path(report).read_text())["tests"]
    for test in tests:
        data = test["data"]
        name = re.sub(r"_(\d+)$", lambda index: f", test {int(index[1]) + 1}", str(test["id"]))
        times = [datetime.fromisoformat(data[key]) for key in ("start_datetime", "end_datetime") if data.get(key)]
        seconds = (times[1] - times[0]).total_seconds() if len(times) == 2 else 0
        note(results, data["status"] == "success", f"workflow {name}", seconds, problem(data))
    if not tests:
        raise SystemExit("no test of the workflow was run")


def report_page(galaxy, dataset):
    """A page with the Markdown of a tool's report. Galaxy 26.1.1 cannot show the report itself (galaxyproject/galaxy#22840)."""
    details = galaxy.datasets.show_dataset(dataset["id"])
    outputs = galaxy.jobs.show_job(details["creating_job"], full_details=True)["outputs"]
    # A download of a report with pictures is an archive.
    text = galaxy.make_get_request(f"{galaxy.url}/datasets/{dataset['id']}/display").text
    content = re.sub(r"output=(\w+)", lambda name: f"history_dataset_id={outputs[name[1]]['id']}", text)
    page = {"title": details["name"], "slug": f"report-{dataset['id']}-{secrets.token_hex(4)}", "content": content, "content_format": "markdown"}
    return galaxy.make_post_request(f"{galaxy.url}/pages", payload=page)["id"]


def pages(url, key):
    """Names and addresses of the finished history of the workflow, of its invocation, its report, and of its results."""
    from bioblend.galaxy import GalaxyInstance

    galaxy = GalaxyInstance(url, key=key)
    invocation = galaxy.invocations.get_invocations()[0]
    print(f"history\thistories/view?id={invocation['history_id']}")
    print(f"invocation\tworkflows/invocations/{invocation['id']}")
    print(f"invocation-report\tworkflows/invocations/{invocation['id']}/report")
    for dataset in galaxy.histories.show_history(invocation["history_id"], contents=True, deleted=False, visible=True):
        if dataset["history_content_type"] != "dataset":
            continue
        if dataset["extension"] == "tool_markdown":
            print(f"report-{dataset['hid']}\tpublished/page?id={report_page(galaxy, dataset)}")
        elif dataset["extension"] in ("tabular", "png"):
            print(f"dataset-{dataset['hid']}\tdatasets/{dataset['id']}/preview")


def genomes(url, key, peaks):
    """Forms that take peaks and a genome of the server offer only the genomes of the assembly of the peaks."""
    from bioblend.galaxy import GalaxyInstance

    galaxy = GalaxyInstance(url, key=key)
    history = galaxy.histories.create_history("assemblies")["id"]
    uploads = {
        dbkey: galaxy.tools.upload_file(peaks, history, file_type="encodepeak", dbkey=dbkey)["outputs"][0]["id"] for dbkey in ("made", "?")
    }
    forms = {
        "dataset": ("origin|positives", "origin|place|source", {}),
        "enrich": ("where|peaks", "where|place|source", {"where|source": "peaks"}),
        "attribute": ("what|regions", "what|place|source", {"what|source": "regions"}),
        "scan": ("regions", "place|source", {}),
        "peaks": ("peaks", "place|source", {}),
    }
    problems = []
    for dbkey, dataset in uploads.items():
        galaxy.datasets.wait_for_dataset(dataset, maxwait=300)
        for tool, (field, source, more) in forms.items():
            inputs = {field: {"values": [{"src": "hda", "id": dataset}]}, source: "cached", **more}
            form = galaxy.tools.build(f"expomotif_{tool}", history_id=history, inputs=inputs)
            offered = {value for value in (option[1] for options in select_options(form["inputs"]) for option in options)} & {"made", "pieces"}
            expected = {"made"} if dbkey == "made" else {"made", "pieces"}
            if offered != expected:
                problems.append(f"{tool}: for peaks of {dbkey} the form offers {sorted(offered)}")
    print("\n".join(problems) or f"{len(forms)} forms offer the genomes of the peaks")
    if problems:
        raise SystemExit(1)


def select_options(part):
    """The options of every select field of a form."""
    if isinstance(part, dict):
        if part.get("type") == "select":
            yield part["options"]
        part = list(part.values())
    if isinstance(part, list):
        for each in part:
            yield from select_options(each)


if __name__ == "__main__":
    {"api-key": api_key, "genomes": genomes, "pages": pages, "tools": tools, "workflow": workflow}[sys.argv[1]](*sys.argv[2:])
