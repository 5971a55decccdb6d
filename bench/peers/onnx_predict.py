#!/usr/bin/env python3
"""What onnxruntime says about sequences, beside what `expomotif predict` said. Needs numpy and onnxruntime.

    expomotif export --model model.zip --format onnx -o model.onnx
    expomotif predict --model model.zip --sequences sequences.fa -o predictions.tsv
    onnx_predict.py model.onnx sequences.fa predictions.tsv

Prints the first predictions of both and the largest difference; exits with 1 where it is above 1e-5.
"""
import json
import sys

import numpy as np
import onnxruntime

TABLE = np.vstack([np.eye(4), np.full(4, 0.25)]).astype(np.float32)


def sequences(path):
    name, parts = None, []
    with open(path, encoding="ascii") as fasta:
        for line in fasta:
            if line.startswith(">"):
                if name:
                    yield name, "".join(parts)
                name, parts = line[1:].split()[0], []
            else:
                parts.append(line.strip().upper())
    yield name, "".join(parts)


def main():
    model, fasta, predictions = sys.argv[1:]
    session = onnxruntime.InferenceSession(model)
    classes = json.loads(session.get_modelmeta().custom_metadata_map["classes"])
    with open(predictions, encoding="utf-8") as table:
        lines = [line.rstrip("\n").split("\t") for line in table if not line.startswith("#")]
    assert lines[0] == ["id", *classes], lines[0]
    ours = {line[0]: np.array([float(v) for v in line[1:]]) for line in lines[1:]}
    read = list(sequences(fasta))
    x = np.stack([TABLE[["ACGT".find(base) for base in sequence]] for _, sequence in read])
    theirs = session.run(["probabilities"], {"input": x})[0]
    for (name, _), row in list(zip(read, theirs))[:3]:
        print(name, "onnxruntime", *(f"{v:.6f}" for v in row[:6]))
        print(name, "expomotif  ", *(f"{v:.6f}" for v in ours[name][:6]))
    worst = max(float(np.abs(row - ours[name]).max()) for (name, _), row in zip(read, theirs))
    print(f"onnxruntime {onnxruntime.__version__}: {len(read)} sequences, {len(classes)} classes, largest difference {worst:.1e}")
    sys.exit(worst > 1e-5)


if __name__ == "__main__":
    main()
