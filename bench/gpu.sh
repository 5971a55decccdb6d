#!/usr/bin/env bash
# Trains the same network on a GPU (DL4J with CUDA 11.6; PyTorch too, where PYTHON names a Python with torch, numpy and
# scikit-learn that sees the GPU) and on the processor (simd), by turns, and prints the times of the whole processes.
#
#   [PYTHON=VENV/bin/python] bench/gpu.sh [--dry-run] [NETWORK] [EPOCHS]
#
# On a machine with an NVIDIA driver; builds the add-on with mvn -Pcuda first (2.5 GB are downloaded). --dry-run prints the
# commands and needs no GPU. Not yet run on any GPU: see docs/gpu.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
dry=''
if [ "${1:-}" = --dry-run ]; then
    dry=yes
    shift
fi
network=${1:-cnn-deep}
epochs=${2:-3}

# Runs a command, or prints it.
do_it() {
    if [ -n "$dry" ]; then
        printf '%q ' "$@"
        echo
    else
        "$@"
    fi
}

timed() {
    local what=$1 from=$SECONDS
    shift
    do_it "$@"
    [ -n "$dry" ] || echo "$network, $epochs epochs, $what: $((SECONDS - from)) s"
}

if [ -z "$dry" ] && ! command -v nvidia-smi >/dev/null; then
    echo 'no nvidia-smi: this machine has no NVIDIA driver' >&2
    exit 1
fi
do_it nvidia-smi --query-gpu=name,driver_version,compute_cap --format=csv,noheader
do_it mvn -B -q -Pcuda -Dmaven.test.skip=true package
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export EXPOMOTIF_BUILD=never LD_LIBRARY_PATH=$PWD/target/cuda${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
do_it bin/expomotif synth classes -n 30000 --length 200 --seed 1 --out-dir "$work/data" --quiet
data=(--sequences "$work/data/sequences.fa" --labels "$work/data/labels.tsv" --network "$network" --activation exponential
    --epochs "$epochs" --seed 1)
for _ in 1 2; do
    timed 'DL4J on the GPU' bin/expomotif train "${data[@]}" --engine dl4j --device gpu -o "$work/model.zip"
    [ -z "${PYTHON:-}" ] || timed 'PyTorch on the GPU' "$PYTHON" bench/peers/pytorch_network.py train "${data[@]}" --device cuda
    timed 'simd on the processor' bin/expomotif train "${data[@]}" --engine simd -o "$work/model.zip"
done
