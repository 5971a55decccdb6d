"""Galaxy's own code on every table of the tools, made by the program: does Galaxy see a table, and numbers as numbers?

    python columns.py      in the environment of Galaxy that install.sh makes, with expomotif on the PATH

Of each table the sniffers must make the datatype tabular or one derived from it, and Tabular.set_meta must type every column as a number that is not in TEXT.
The header must be one of the lists of column names that the wrapper gives to Galaxy. Galaxy's Filter must find the rows of two tables
whose p-value is below 1e-9. Every tabular output of every wrapper must be among the tables.
"""

import csv
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace

sys.path.pop(0)  # galaxy.py of this folder is not Galaxy
import galaxy.config
import galaxy.tools.bundled
from galaxy.datatypes import sniff
from galaxy.datatypes.registry import Registry
from galaxy.datatypes.tabular import Tabular
from galaxy.tool_util.loader import load_tool

TOOLS = Path(__file__).resolve().parent.parent
DATA = TOOLS / "test-data"

# Command lines, and the tables that they write: file, wrapper, outputs. DATA/ is the folder of test data.
RUNS = [
    ("synth classes --motifs DATA/jaspar2016_62.meme --names SP1,CEBPB --number 60 --length 60 --out-dir synth",
     [("synth/labels.tsv", "synth", "labels")]),
    ("dataset --positives DATA/peaks.narrowPeak --genome DATA/genome_peaks.fa.gz --blacklist DATA/blacklist.bed --top 60 --out-dir set",
     [("set/labels.tsv", "dataset", "labels"), ("set/dropped.tsv", "dataset", "dropped"),
      ("set/composition.tsv", "dataset", "composition")]),
    ("dataset --positives repeats.bed --genome repeats.fa --length 60 --test-chromosomes chr2 --out-dir repeats",
     [("repeats/leaks.tsv", "dataset", "leaks")]),
    ("train --sequences DATA/sequences.fa --labels DATA/labels.tsv --network DATA/network.json --epochs 2 --output trained.zip",
     [("trained.history.tsv", "train", "history")]),
    ("predict --model DATA/model.zip --sequences DATA/sequences.fa --output predictions.tsv",
     [("predictions.tsv", "predict", "output")]),
    ("variants --vcf DATA/variants.vcf --genome DATA/genome.2bit --model DATA/model.zip --motifs DATA/motifs.meme --null 2 --output variants.tsv",
     [("variants.tsv", "variants", "output")]),
    ("evaluate --model DATA/model.zip --sequences DATA/sequences.fa --labels DATA/labels.tsv --output figures.tsv",
     [("figures.tsv", "evaluate", "output"), ("figures_only.tsv", "evaluate", "figures")]),
    ("filters --model DATA/model.zip --sequences DATA/sequences.fa --table filters.tsv --verdict learned.tsv --targets DATA/jaspar2016_62.meme"
     " --output filters.meme",
     [("filters.tsv", "filters", "table"), ("learned.tsv", "filters", "verdicts")]),
    ("tomtom-match --query DATA/filters.meme --target DATA/jaspar2016_62.meme --truth DATA/motifs.meme --summary verdicts.tsv"
     " --verdict chance.tsv --output matches.tsv",
     [("matches.tsv", "tomtom_match", "matches"), ("verdicts.tsv", "tomtom_match", "summary"), ("chance.tsv", "tomtom_match", "verdicts")]),
    ("cluster --motifs DATA/filters.meme --motifs DATA/motifs.meme --table clusters.tsv --output clusters.meme",
     [("clusters.tsv", "cluster", "table")]),
    ("enrich --motifs DATA/jaspar2016_62.meme --sequences DATA/positives.fa --controls DATA/controls.fa --sites sites_of_sea.tsv"
     " --central central.tsv --output enriched.tsv",
     [("enriched.tsv", "enrich", "output"), ("sites_of_sea.tsv", "enrich", "motif_sites"), ("central.tsv", "enrich", "middle")]),
    ("scan --motifs DATA/jaspar2016_62.meme --sequences DATA/genome.fa --counts counts.tsv --output sites.tsv",
     [("sites.tsv", "scan", "output"), ("counts.tsv", "scan", "site_counts")]),
    ("scan --motifs DATA/jaspar2016_62.meme --sequences DATA/genome_peaks.fa.gz --regions DATA/peaks.narrowPeak --name-regions"
     " --clip-outside --dropped left_out.tsv --qvalue --counts counts.mtx --output named_sites.tsv",
     [("named_sites.tsv", "scan", "output"), ("left_out.tsv", "scan", "dropped_regions"), ("left_out.tsv", "attribute", "dropped_regions")]),
    ("peaks --peaks DATA/peaks.narrowPeak --genome DATA/genome_peaks.fa.gz --motifs DATA/jaspar2016_62.meme --length 100 --trials 1"
     " --epochs 2 --scored 5 --out-dir peaks",
     [("peaks/enriched.tsv", "peaks", "enriched"), ("peaks/filter_matches.tsv", "peaks", "learned_matches"),
      ("peaks/filter_enrichment.tsv", "peaks", "learned_enriched"), ("peaks/attribution.tsv", "peaks", "scores")]),
    ("instances --scores DATA/scores.npz --null DATA/null_scores.npz --motifs DATA/motifs.meme --seqlets DATA/sites.bed"
     " --summary instances.tsv --output instances.bed",
     [("instances.tsv", "instances", "summary")]),
    ("attribute --model DATA/model.zip --sequences DATA/sequences.fa --class SP1 --method deeplift --output logit --out explained.npz", []),
    ("discover --scores explained.npz --null DATA/null_scores.npz --motifs DATA/motifs.meme --out-dir discovered",
     [("discovered/motifs.tsv", "discover", "table"), ("discovered/matrices.tsv", "discover", "matrices")]),
    ("localize --model DATA/model.zip --sequences DATA/sequences.fa --sites DATA/sites.bed --output localisation.tsv",
     [("localisation.tsv", "localize", "output")]),
    ("attribute --model DATA/model.zip --sequences DATA/sequences.fa --class SP1 --method deeplift --limit 5 --sites DATA/sites.bed"
     " --evaluation evaluation.tsv --summary sums.tsv --out scores.tsv",
     [("scores.tsv", "attribute", "scores"), ("evaluation.tsv", "attribute", "evaluation"), ("sums.tsv", "attribute", "summary")]),
    ("motifs DATA/known.homer --output motifs.tsv", [("motifs.tsv", "motifs", "output")]),
]

# One column of names without a header each.
LISTS = {("scan", "count_rows"), ("scan", "count_columns")}

# Tables whose columns are named after classes or motifs: the wrappers take the names from the header.
NAMED_BY_DATA = {("synth", "labels"), ("dataset", "labels"), ("predict", "output"), ("scan", "site_counts"), ("variants", "output")}

# The columns that hold text.
TEXT = set(
    "id split name alt_id consensus class filter Query_ID Target_ID Query_consensus Target_consensus Orientation query planted best verdict"
    " cluster motif orientation DB ID ALT_ID CONSENSUS CONTROLS TEST GROUP motif_ID motif_ALT_ID seq_ID site_Strand site_Sequence motif_id"
    " motif_alt_id sequence_name strand matched_sequence region sequence file reason record base other other_split sign"
    " match match_name target contig ref alt status motifs".split()
)
TEXT_IN = {("set/composition.tsv", "windows")}


# What Galaxy takes an uploaded table for, where it is not tabular but derived from it. Results of the tools are tabular at any rate.
SNIFFED = {"predictions.tsv": "mothur.axes"}


class Dataset:
    """What Tabular.set_meta asks of a dataset."""

    def __init__(self, path):
        self.path = str(path)
        self.metadata = SimpleNamespace()

    def has_data(self):
        return os.path.getsize(self.path) > 0

    def get_file_name(self, sync_cache=True):
        return self.path

    def get_size(self, **_):
        return os.path.getsize(self.path)


def types(path):
    dataset = Dataset(path)
    Tabular().set_meta(dataset)
    return dataset.metadata.column_types


def rows(path):
    with open(path, newline="") as table:
        return list(csv.reader((line for line in table if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE))


def tabular_outputs():
    """Name of the tool, name of the output, lists of column names that the wrapper gives."""
    found = {}
    for file in sorted(TOOLS.glob("expomotif_*.xml")):
        for output in load_tool(file).getroot().findall("outputs/data"):
            if "tabular" in [output.get("format"), *(when.get("format") for when in output.findall("change_format/when"))]:
                names = [action.get("default") for action in output.iter("action") if action.get("name") == "column_names"]
                found[file.stem.removeprefix("expomotif_"), output.get("name")] = names
    return found


def kept_by_filter(path, condition):
    """The rows that Galaxy's tool Filter keeps, with the header skipped."""
    filtering = Path(galaxy.tools.bundled.__path__[0], "stats", "filtering.py")
    result, inputs = path.with_suffix(".filtered"), path.with_suffix(".json")
    inputs.write_text(json.dumps({"cond": condition}))
    column_types = types(path)
    command = [sys.executable, "-W", "ignore", filtering, path, result, inputs, str(len(column_types)), ",".join(column_types), "1"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return rows(result)[1:]


def repeats():
    """Peaks on two chromosomes of the same bases: near-duplicates across splits."""
    Path("repeats.fa").write_text("".join(f">chr{i}\n{'ACGTTGCAAC' * 40}\n" for i in (1, 2)))
    Path("repeats.bed").write_text("chr1\t100\t160\nchr2\t100\t160\n")


def without_record(name):
    """What the wrapper of evaluate makes of its table for reports."""
    lines = Path(name).read_text().splitlines(keepends=True)
    Path("figures_only.tsv").write_text("".join(line for line in lines if not line.startswith("#")))


def main():
    registry = Registry()
    sample = Path(galaxy.config.__file__).parent / "sample"
    registry.load_datatypes(str(sample), str(sample / "datatypes_conf.xml.sample"))
    outputs = tabular_outputs()
    problems = []
    seen = set(LISTS)
    repeats()
    for line, tables in RUNS:
        command = ["expomotif", *line.replace("DATA/", f"{DATA}/").split(), "--quiet", "--no-warnings"]
        subprocess.run(command, check=True)
        if command[1] == "evaluate":
            without_record("figures.tsv")
        for name, tool, output in tables:
            seen.add((tool, output))
            header, *body = rows(name)
            column_types = types(name)
            print(f"{name}: " + ", ".join(f"{column} {kind}" for column, kind in zip(header[:40], column_types)))
            kind = sniff.guess_ext(name, registry.sniff_order)
            if kind != SNIFFED.get(name, "tabular") or not isinstance(registry.get_datatype_by_extension(kind), Tabular):
                problems.append(f"{name}: Galaxy takes it for {kind}")
            if len(column_types) != len(header):
                problems.append(f"{name}: Galaxy finds {len(column_types)} columns, the header has {len(header)}")
            if not body:
                problems.append(f"{name}: no rows")
            for i, (column, kind) in enumerate(zip(header, column_types)):
                empty = all(row[i] == "" for row in body)
                if column not in TEXT and (name, column) not in TEXT_IN and not empty and kind not in ("int", "float"):
                    problems.append(f"{name}: {column} is {kind}")
            if (tool, output) not in NAMED_BY_DATA and ",".join(header) not in outputs.get((tool, output), []):
                problems.append(f"{name}: its header is not among the column names of {output} in expomotif_{tool}.xml")
    problems += [f"no table for {output} of expomotif_{tool}.xml" for tool, output in sorted(set(outputs) - seen)]
    problems += [f"expomotif_{tool}.xml has no table {output}" for tool, output in sorted(seen - set(outputs))]
    for name, column in (("matches.tsv", 4), ("enriched.tsv", 12)):
        kept = kept_by_filter(Path(name).resolve(), f"c{column}<1e-9")
        expected = [row for row in rows(name)[1:] if float(row[column - 1]) < 1e-9]
        print(f"{name}: Filter keeps {len(kept)} of {len(rows(name)) - 1} rows by c{column}<1e-9")
        if kept != expected or not 0 < len(kept) < len(rows(name)) - 1:
            problems.append(f"{name}: Filter keeps {len(kept)} rows, {len(expected)} are below 1e-9")
    print("\n".join(problems) or f"{sum(len(tables) for _, tables in RUNS)} tables hold")
    sys.exit(bool(problems))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        main()
