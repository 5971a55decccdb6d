#!/usr/bin/env bash
# Trains the same network on a GPU (DL4J, CUDA) and on the processor (simd), and prints both rates.
#
#   bench/gpu.sh [NETWORK] [EPOCHS]      on a machine with an NVIDIA driver; builds the add-on with mvn -Pcuda first
#
# Not yet run on any GPU: see docs/dl4j.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
network=${1:-cnn-deep}
epochs=${2:-3}
command -v nvidia-smi >/dev/null || { echo 'no nvidia-smi: this machine has no NVIDIA driver' >&2; exit 1; }
nvidia-smi --query-gpu=name,driver_version,compute_cap --format=csv,noheader
mvn -B -q -Pcuda -Dmaven.test.skip=true package
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export EXPOMOTIF_BUILD=never
bin/expomotif synth classes -n 30000 --length 200 --seed 1 --out-dir "$work/data" --quiet
run() {
    local from=$SECONDS
    bin/expomotif train --sequences "$work/data/sequences.fa" --labels "$work/data/labels.tsv" --network "$network" \
        --activation exponential --epochs "$epochs" --seed 1 -o "$work/model.zip" "$@"
    echo "$network, $epochs epochs, $*: $((SECONDS - from)) s"
}
for repeat in 1 2; do
    run --engine dl4j --device gpu
    run --engine simd
done
