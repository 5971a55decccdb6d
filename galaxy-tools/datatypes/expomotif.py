"""The datatype of a model: a zip archive of a description and one NumPy array for each set of weights."""

import json
import zipfile

from galaxy.datatypes.binary import CompressedZipArchive
from galaxy.datatypes.metadata import MetadataElement
from galaxy.datatypes.protocols import DatasetProtocol
from galaxy.util import nice_size


class ExpomotifModel(CompressedZipArchive):
    """A network that expomotif train made: model.json at the top of the archive, beside arrays of weights (.npy)."""

    file_ext = "expomotif.zip"

    MetadataElement(name="network", default="", desc="Network", readonly=True, visible=True, optional=True)
    MetadataElement(name="classes", default=[], desc="Classes", readonly=True, visible=True, optional=True)
    MetadataElement(name="input_length", default=0, desc="Bases of a sequence", readonly=True, visible=True, optional=True)

    def sniff(self, filename: str) -> bool:
        try:
            return self._description(filename) is not None
        except (OSError, ValueError, KeyError, zipfile.BadZipFile):
            return False

    @staticmethod
    def _description(filename: str):
        with zipfile.ZipFile(filename) as archive:
            names = archive.namelist()
            if "model.json" not in names or not any(name.endswith("/kernel.npy") for name in names):
                return None
            with archive.open("model.json") as member:
                model = json.load(member)
        holds = isinstance(model, dict) and isinstance(model.get("format"), int) and {"classes", "layers", "inputLength"} <= set(model)
        return model if holds else None

    def set_meta(self, dataset: DatasetProtocol, overwrite: bool = True, **kwd) -> None:
        super().set_meta(dataset, overwrite=overwrite, **kwd)
        model = self._description(dataset.get_file_name())
        if model is not None:
            dataset.metadata.network = model.get("network", "")
            dataset.metadata.classes = model["classes"]
            dataset.metadata.input_length = model["inputLength"]

    def set_peek(self, dataset: DatasetProtocol, **kwd) -> None:
        if dataset.dataset.purged:
            dataset.peek = "file does not exist"
            dataset.blurb = "file purged from disk"
        else:
            classes = dataset.metadata.classes or []
            dataset.peek = f"Network {dataset.metadata.network} for {dataset.metadata.input_length} bases: {', '.join(classes[:20])}"
            dataset.blurb = nice_size(dataset.get_size())
