"""The datatype of models in Galaxy's own code: with its lines in Galaxy's configuration, Galaxy recognises models and nothing else.

    python datatypes.py      in the environment of Galaxy that install.sh makes
"""

import importlib.util
import os
import sys
import tempfile
import zipfile
from pathlib import Path
from types import SimpleNamespace

sys.dont_write_bytecode = True  # nothing beside the module of the datatype
sys.path.pop(0)  # galaxy.py of this folder is not Galaxy
import galaxy.config
import galaxy.datatypes
from galaxy.datatypes import sniff
from galaxy.datatypes.registry import Registry
from galaxy.util import parse_xml

TOOLS = Path(__file__).resolve().parent.parent
MODULE = "galaxy.datatypes.expomotif"
DATATYPE = "expomotif.zip"


def registry(configuration):
    result = Registry()
    result.load_datatypes(str(Path(configuration).parent), str(configuration))
    return result


def merged(sample, folder):
    """Galaxy's configuration with ours: the sniffer before those that take any zip archive, or any with arrays of NumPy."""
    ours = parse_xml(TOOLS / "datatypes" / "datatypes_conf.xml").getroot()
    tree = parse_xml(sample)
    tree.getroot().find("registration").append(ours.find("registration/datatype"))
    sniffers = tree.getroot().find("sniffers")
    places = [i for i, each in enumerate(sniffers) if str(each.get("type")).endswith((":CompressedZipArchive", ":Npz"))]
    sniffers.insert(places[0], ours.find("sniffers/sniffer"))
    tree.write(str(folder / "datatypes_conf.xml"))
    return folder / "datatypes_conf.xml"


def archive(path, members):
    with zipfile.ZipFile(path, "w") as file:
        for name, content in members.items():
            file.writestr(name, content)
    return path


def main(folder):
    spec = importlib.util.spec_from_file_location(MODULE, TOOLS / "datatypes" / "expomotif.py")
    sys.modules[MODULE] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(sys.modules[MODULE])
    galaxy.datatypes.expomotif = sys.modules[MODULE]
    sample = Path(galaxy.config.__file__).parent / "sample" / "datatypes_conf.xml.sample"
    usual, ours = registry(sample), registry(merged(sample, folder))
    problems = []

    def kind(path, with_ours=True):
        return sniff.guess_ext(str(path), (ours if with_ours else usual).sniff_order)

    model = TOOLS / "test-data" / "model.zip"
    if (kind(model, False), kind(model)) != ("npz", DATATYPE):
        problems.append(f"a model is {kind(model, False)} without the datatype and {kind(model)} with it")
    if not isinstance(ours.get_datatype_by_extension(DATATYPE), type(usual.get_datatype_by_extension("zip"))):
        problems.append("a field for zip would not take a model")
    others = [
        archive(folder / "two.zip", {"a.txt": "a", "b.txt": "b"}),
        archive(folder / "text.zip", {"model.json": "no JSON", "conv1/kernel.npy": "x"}),
        archive(folder / "other.zip", {"model.json": '{"format": "keras"}', "conv1/kernel.npy": "x"}),
        archive(folder / "no_weights.zip", {"model.json": '{"format": 1, "classes": [], "layers": [], "inputLength": 1}', "a": "a"}),
        archive(folder / "arrays.npz", {"a.npy": "x", "b.npy": "y"}),
        TOOLS / "test-data" / "sequences.fa",
        TOOLS / "test-data" / "network.json",
        TOOLS / "test-data" / "study.h5",
    ]
    for other in others:
        if kind(other) != kind(other, False):
            problems.append(f"{other.name} was {kind(other, False)} and is now {kind(other)}")
    dataset = SimpleNamespace(
        metadata=SimpleNamespace(),
        dataset=SimpleNamespace(purged=False),
        get_file_name=lambda: str(model),
        get_size=lambda: os.path.getsize(model),
        has_data=lambda: True,
    )
    datatype = ours.get_datatype_by_extension(DATATYPE)
    datatype.set_meta(dataset)
    datatype.set_peek(dataset)
    if dataset.peek != "Network small for 60 bases: SP1, Gabpa, CEBPB":
        problems.append(f"the peek is {dataset.peek}")
    print("\n".join(problems) or f"a model is {DATATYPE}; {len(others)} other files are what they were")
    sys.exit(bool(problems))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        main(Path(place))
