"""The commands that the trials of faults run, each on small input: a second or a few."""

import subprocess
from dataclasses import dataclass, field
from pathlib import Path

SOURCE_TREE = Path(__file__).resolve().parents[3]
TEST_DATA = SOURCE_TREE / "test-data"


@dataclass(frozen=True)
class Case:
    """A command to disturb.

    words: the command line; {data} is the folder of made inputs, {test} the repository's test-data.
    name: what the tables call it.
    quick: whether the short run of continuous integration takes it.
    inputs: files that are copied into the folder of the run, because the command writes beside them.
    groups: outputs of which all appear or none, as sets of names; None means all outputs.
    old: outputs that may be there before the run; None means all outputs.
    kept: names that may stay after an interrupted run, because the next run goes on from them.
    varies: outputs whose content differs from run to run, such as times.
    again: words added to the command that is run after an interrupted run.
    dl4j: whether the command needs the add-on of Deeplearning4j.
    """

    name: str
    words: str
    quick: bool = False
    inputs: tuple = ()
    groups: tuple | None = None
    old: tuple | None = None
    kept: tuple = ()
    varies: tuple = ()
    again: str = ""
    dl4j: bool = False

    def command(self, data, again=False):
        text = self.words + (" " + self.again if again else "")
        return [word.format(data=data, test=TEST_DATA) for word in text.split()] + ["--quiet"]

    def together(self, outputs):
        return [set(outputs)] if self.groups is None else [set(group) for group in self.groups]


SEQUENCES = "--sequences {data}/made/sequences.fa"
LABELLED = SEQUENCES + " --labels {data}/made/labels.tsv"
MODEL = "--model {data}/model.zip "
ONE_CLASS = MODEL + SEQUENCES + " --class 1 "
JASPAR = "{test}/jaspar2016_62.meme"
TEN_MOTIFS = "{test}/fimo/motifs10.meme"
GENOME = "{test}/fimo/chr22.fa.gz"
CHECKPOINT = "model.zip.checkpoint"
TRAIN = "train " + LABELLED + " --network cnn-50 --activation exponential --seed 3 -o model.zip "
BENCHMARK_TABLES = ("run/attribution.tsv", "run/attribution.trials.tsv", "run/run.json")
MADE = tuple(f"run/data/{name}" for name in ("sequences.fa", "labels.tsv", "sites.bed", "motifs.meme"))
PAPER_REPORT = tuple(
    f"run/{name}" for name in ("summary.tsv", "study.html", "match_fraction.svg", "recovery.svg", "run.json")
)
PAPER_DATA = tuple(
    f"run/data/task3.n200.seed1/{name}" for name in ("sequences.fa", "labels.tsv", "sites.bed", "motifs.meme")
)

CASES = [
    Case("synth", "synth classes -n 2000 --seed 7 --out-dir run", quick=True),
    Case("synth, compressed", "synth billboard -n 1000 --seed 7 --gzip --out-dir run"),
    Case("train", TRAIN + "--epochs 4", quick=True, groups=(), kept=(CHECKPOINT,), again="--resume"),
    Case("train, two trials", TRAIN + "--epochs 2 --trials 2", groups=(), kept=(CHECKPOINT,), again="--resume"),
    Case("predict", "predict " + MODEL + SEQUENCES + " -o predictions.tsv.gz", quick=True),
    Case("evaluate", "evaluate " + MODEL + LABELLED + " -o metrics.tsv"),
    Case("filters", "filters " + MODEL + LABELLED + " -o filters.meme --table filters.tsv --logos filters.html"),
    Case(
        "attribute, six files",
        "attribute " + ONE_CLASS + "--method mutagenesis --limit 15 -o scores.npz --summary summary.tsv"
        " --one-hot sequences.npz --logo logo.svg --sites {data}/made/sites.bed --evaluation evaluation.tsv",
        quick=True,
    ),
    Case("attribute, bigWig", "attribute " + ONE_CLASS + "--method deeplift --limit 100 -o scores.bw"),
    Case("attribute, table", "attribute " + ONE_CLASS + "--method saliency -o scores.tsv.gz"),
    Case("scan, plain", f"scan --motifs {TEN_MOTIFS} --sequences {GENOME} -o sites.tsv", quick=True),
    Case(
        "scan, sorted with index, track and counts",
        f"scan --motifs {TEN_MOTIFS} --sequences {GENOME} --qvalue --sort"
        " -o sites.bed.gz --scores track.bw --counts n.npz",
        quick=True,
    ),
    Case(
        "scan, regions of an unindexed genome",
        "scan --motifs {test}/fimo/motifs10.meme --sequences chr22.fa --regions {data}/regions.bed"
        " -o sites.gff3 --dropped dropped.tsv",
        inputs=("chr22.fa",),
        groups=(("sites.gff3", "dropped.tsv"),),
        old=("sites.gff3", "dropped.tsv"),
    ),
    Case("merge, sites", "merge {data}/part1.bed {data}/part2.bed -o sites.bed.gz", quick=True),
    Case("merge, arrays", "merge {data}/part1.npz {data}/part2.npz -o scores.npz"),
    Case(
        "tomtom-match",
        "tomtom-match --query {test}/fimo/motifs10.meme --target {test}/tomtom/jaspar2024_core_vertebrates.meme.gz"
        " --truth {data}/made/motifs.meme -o matches.tsv --summary summary.tsv --html matches.html",
        quick=True,
    ),
    Case("cluster", "cluster --motifs {test}/fimo/motifs100.meme -o groups.meme --table groups.tsv --tree groups.nwk"),
    Case("motifs", "motifs {test}/tomtom/jaspar2024_core_vertebrates.meme.gz -o motifs.meme", quick=True),
    Case("logo", "logo {data}/made/motifs.meme --id YY1 -o logo.svg"),
    Case(
        "localize",
        "localize --motifs {data}/made/motifs.meme " + SEQUENCES + " --sites {data}/made/sites.bed -o localization.tsv",
    ),
    Case("export", "export " + MODEL + "--format onnx -o model.onnx", quick=True),
    Case("export, DL4J", "export " + MODEL + "--format dl4j -o network.zip", dl4j=True),
    Case("import", "import {data}/network.zip -o model.zip", dl4j=True),
    Case(
        "benchmark",
        "benchmark attribution -n 200 --limit 4 --epochs 1 --networks cnn-local --activations relu,exponential"
        " --methods saliency --seed 1 --out-dir run",
        groups=(BENCHMARK_TABLES, MADE),
        old=BENCHMARK_TABLES,
        kept=tuple(f"run/models/cnn-local.{name}.1.zip.checkpoint" for name in ("relu", "exponential")),
    ),
    Case(
        "benchmark, paper",
        "benchmark paper -n 200 --limit 4 --epochs 1 --networks cnn-local --activations relu,exponential --trials 1"
        " --seed 1 --out-dir run",
        groups=(PAPER_REPORT, PAPER_DATA),
        old=(*PAPER_REPORT, "run/trials.tsv"),
        kept=tuple(
            f"run/models/task3.n200.1.cnn-local.{name}.glorot-uniform.epochs1.1.zip.checkpoint"
            for name in ("relu", "exponential")
        ),
        varies=("run/trials.tsv",),
    ),
    Case(
        "demo",
        "demo --quick --seed 1 --out-dir run",
        groups=(
            (*MADE, "run/data/run.json"),
            ("run/matches.tsv", "run/planted.tsv", "run/filters.html"),
            ("run/scores.npz", "run/scores.evaluation.tsv"),
        ),
        kept=("run/model.zip.checkpoint",),
    ),
    Case(
        "peaks",
        "peaks --peaks {test}/peaks/peaks.narrowPeak --genome {test}/peaks/genome.fa.gz --motifs " + JASPAR
        + " --length 100 --trials 2 --epochs 4 --scored 4 --no-warnings --out-dir run",
        groups=(
            tuple(f"run/data/{name}" for name in ("sequences.fa", "labels.tsv", "regions.bed", "dataset.json")),
            ("run/filters.meme", "run/filter_clusters.tsv"),
            ("run/attribution.tsv", "run/predictions.tsv"),
        ),
        kept=("run/trials/model.zip.checkpoint",),
        varies=("run/steps.tsv",),
    ),
]


def has_dl4j(installed):
    """Whether the add-on of Deeplearning4j lies where the program looks for it."""
    beside = installed.parent / f"{installed.name}-dl4j" / installed.name
    return any((folder / "lib" / "dl4j").is_dir() for folder in (installed, beside))


def chosen(installed, quick, names):
    """The cases of a run, and the names of those that are left out because the add-on is not installed."""
    cases = [c for c in CASES if (c.quick or not quick) and c.name in (names or [c.name])]
    left_out = [] if has_dl4j(installed) else [c.name for c in cases if c.dl4j]
    return [c for c in cases if c.name not in left_out], left_out


def prepare(expomotif, data):
    """Makes the inputs of all cases in a folder."""
    import gzip

    def run(text):
        words = [word.format(data=data, test=TEST_DATA) for word in text.split()]
        subprocess.run([expomotif, *words, "--quiet"], check=True)

    data.mkdir(parents=True)
    run("synth classes -n 200 --length 100 --seed 7 --out-dir {data}/made")
    run("train " + LABELLED + " --network cnn-50 --activation exponential --epochs 1 --seed 3 -o {data}/model.zip")
    if has_dl4j(Path(expomotif).parents[1]):
        run("export " + MODEL + "--format dl4j -o {data}/network.zip")
    for part in "12":
        run(f"scan --motifs {TEN_MOTIFS} --sequences {GENOME} --qvalue --shard {part}/2 -o {{data}}/part{part}.bed")
        run(f"attribute {ONE_CLASS} --method saliency --shard {part}/2 -o {{data}}/part{part}.npz")
    with gzip.open(TEST_DATA / "fimo" / "chr22.fa.gz", "rb") as genome:
        (data / "chr22.fa").write_bytes(genome.read())
    name = (data / "chr22.fa").read_text().split(None, 1)[0][1:]
    lines = [f"{name}\t{start}\t{start + 90}\tpeak{start}\n" for start in range(100, 11_000, 100)]
    (data / "regions.bed").write_text("".join(lines) + "chrNone\t10\t500\tmissing\n")
