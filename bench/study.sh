#!/usr/bin/env bash
# The reference study's synthetic tasks, one trial of each network: what docs/evidence/study.md reports.
# About an hour on two cores.
#
#   bench/study.sh JASPAR2016.meme OUT [SEED]
#
# JASPAR2016.meme: the JASPAR 2016 CORE vertebrates matrices in MEME text, the database of the match fraction.
set -euo pipefail
if [ $# -lt 2 ]; then
    sed -n '2,7s/^# \{0,1\}//p' "$0" >&2
    exit 2
fi
jaspar=$(realpath "$1")
out=$2
seed=${3:-1}
expomotif=$(dirname "$(realpath "$0")")/../bin/expomotif
mkdir -p "$out"
cd "$out"

means() { awk -F '\t' '$1 == "mean" || $1 == "sd"' "$1"; }

echo "== Task 1: 30,000 sequences, 12 motifs, cnn-deep"
"$expomotif" synth classes --seed "$seed" --out-dir task1 --quiet
data=(--sequences task1/sequences.fa --labels task1/labels.tsv)
truth=(--sites task1/sites.bed --truth-motifs task1/motifs.meme --labels task1/labels.tsv)
for activation in exponential relu; do
    name=task1-$activation
    "$expomotif" train "${data[@]}" --network cnn-deep --activation "$activation" --seed "$seed" -o "$name.zip" --quiet
    "$expomotif" evaluate --model "$name.zip" "${data[@]}" -o "$name.metrics.tsv"
    "$expomotif" filters --model "$name.zip" "${data[@]}" -o "$name.meme" --logos "$name.html"
    "$expomotif" tomtom-match --query "$name.meme" --target "$jaspar" --evalue --threshold 0.1 \
        --truth task1/motifs.meme -o "$name.matches.tsv"
    for regions in apart published; do
        "$expomotif" localize --model "$name.zip" --sequences task1/sequences.fa "${truth[@]}" --regions "$regions" \
            -o "$name.localization.$regions.tsv"
        means "$name.localization.$regions.tsv"
    done
done
echo "== planted matrices"
for regions in apart published; do
    "$expomotif" localize --motifs task1/motifs.meme --sequences task1/sequences.fa "${truth[@]}" --regions "$regions" \
        -o "planted.localization.$regions.tsv"
    means "planted.localization.$regions.tsv"
done

echo "== Task 3: 20,000 sequences, core motifs against background motifs"
"$expomotif" synth billboard --seed "$seed" --out-dir task3 --quiet
data=(--sequences task3/sequences.fa --labels task3/labels.tsv)
for network in cnn-local cnn-dist; do
    for activation in exponential relu; do
        name=task3-$network-$activation
        "$expomotif" train "${data[@]}" --network "$network" --activation "$activation" --seed "$seed" -o "$name.zip" --quiet
        "$expomotif" evaluate --model "$name.zip" "${data[@]}" -o "$name.metrics.tsv"
        for method in saliency mutagenesis integrated-gradients; do
            "$expomotif" attribute --model "$name.zip" "${data[@]}" --split test --positives --limit 500 --method "$method" --no-correct-gradient \
                --sites task3/sites.bed --truth-motifs task3/motifs.meme -o "$name.$method.npz"
            means "$name.$method.evaluation.tsv"
        done
    done
done
