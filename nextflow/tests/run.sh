#!/usr/bin/env bash
# Runs the pipeline for real on the small inputs of test-data and looks at what it makes.
#
#   nextflow/tests/run.sh [FOLDER]     FOLDER (default: target/nextflow) keeps Nextflow and the runs
#
# expomotif is the one on the PATH, else that of this source tree. Needs Maven, Python and Java 17 to 24 beside Java 25;
# installs Nextflow from Maven Central and MultiQC from PyPI unless they are in FOLDER (MULTIQC names another multiqc). With
# Slurm (Debian: slurm-wlm, munge), slurm.sh follows. The rules of nf-core have a script of their own, nf-core-lint.sh.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
pipeline=$(dirname "$here")
source_tree=$(dirname "$pipeline")
folder=${1:-$source_tree/target/nextflow}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
export PATH=$folder/install/bin:$PATH:$source_tree/bin
export NXF_HOME=$folder/home
. "$here/checks.sh"

if ! [ -x "$folder/install/bin/nextflow" ]; then
    "$here/install-nextflow.sh" "$folder/install" >"$folder/install.log" 2>&1 || { cat "$folder/install.log"; exit 1; }
fi
nextflow -v

rm -rf "$folder/runs" && mkdir "$folder/runs" && cd "$folder/runs" || exit 1
run() { nextflow -q run "$pipeline" "$@"; }

# ---- strict syntax
lint() {
    mkdir -p "$folder/lint"
    [ "$folder/lint/NfLint.class" -nt "$here/NfLint.java" ] \
        || javac -nowarn -proc:none -cp "$folder/install/lib/*" -d "$folder/lint" "$here/NfLint.java"
    # shellcheck disable=SC2046 # no file of the pipeline has a space in its name
    java -cp "$folder/lint:$folder/install/lib/*" NfLint "$source_tree/nextflow.config" $(find "$pipeline" -name '*.nf' -o -name '*.config' ! -name nf-test.config)
}
check 'strict syntax: no error, no warning' lint

# ---- stub runs: which processes run how often
# The trace of the last run into a folder.
trace() { find "$1/pipeline_info" -name 'execution_trace_*.txt' | sort | tail -n 1; }
tasks() { cut -f3 "$(trace "$1")" | tail -n +2 | sed 's/ (.*//; s/.*://' | sort | uniq -c | awk '{ print $2, $1 }' | paste -sd,; }
stub() { run -profile "$1" -stub-run --outdir "stub-$1" && expect "$(tasks "stub-$1")" "$2"; }
check 'stub: made sequences' stub test \
    'ATTRIBUTE 8,EVALUATE 4,FILTERS 4,LOCALIZE 4,MERGE_EVALUATION 2,MERGE_SCORES 4,SYNTH 2,TOMTOM_MATCH 4,TRAIN 4'
check 'stub: sequences of a user' stub test_sequences \
    'ATTRIBUTE 6,DISCOVER 2,EVALUATE 2,FILTERS 2,MERGE 1,MERGE_SCORES 2,SCAN 2,TOMTOM_MATCH 2,TRAIN 2,VALIDATE 2'
check 'stub: peaks' stub test_peaks \
    'ATTRIBUTE 2,CLUSTER 1,DATASET 1,DISCOVER 2,ENRICH_KNOWN 1,ENRICH_LEARNED 1,EVALUATE 2,FILTERS 2,GENOMEINDEX 1,MATCH_CLUSTERS 1,SCAN_PEAKS 2,TRAIN 2,VALIDATE 2'
check 'stub: genome' stub test_genome 'MERGE 1,SCAN 4'
check 'stub: variants' stub test_variants 'GENOMEINDEX 1,MERGE_VARIANTS 1,SCORE 3'
strict() { NXF_SYNTAX_PARSER=v2 run -profile test_peaks -stub-run --outdir stub-strict; }
check 'stub, strict parser' strict

# ---- made sequences, for real, then again
check 'made sequences' run -profile test --outdir synthetic
check 'summary: a row a network' expect "$(tail -n +2 synthetic/summary.tsv | wc -l)" 4
check 'summary: columns' expect "$(head -n 1 synthetic/summary.tsv | tr '\t' ' ')" \
    'data network activation trial seed auroc aupr match_fraction planted_found localization_auroc attribution_auroc attribution_aupr'
check 'summary: figures' awk -F'\t' 'NR > 1 && !($6 > 0 && $6 < 1 && $7 > 0 && $10 > 0 && ($1 == "classes" || $11 > 0)) { exit 1 }' synthetic/summary.tsv
check 'pages of logos' grep -lq '<svg' synthetic/matches/*.logos.html
for name in execution_report execution_timeline execution_trace pipeline_dag versions; do
    check "pipeline_info/$name*" test -s "$(echo "synthetic/pipeline_info/$name"[_.]*)"
done
check 'versions: every process' expect "$(tail -n +2 synthetic/pipeline_info/versions.tsv | cut -f2 | sort | uniq -c | tr -s ' ')" ' 9 expomotif'
cp synthetic/summary.tsv summary.before.tsv
explained_at_once() {
    (
        mkdir -p at-once && cd at-once || exit 1
        ln -sf ../synthetic/models/billboard.cnn-2.relu.1.zip ../synthetic/data/billboard/{sequences.fa,labels.tsv,sites.bed,motifs.meme} . || exit 1
        expomotif attribute --model billboard.cnn-2.relu.1.zip --sequences sequences.fa --labels labels.tsv --sites sites.bed \
            --truth-motifs motifs.meme --method integrated-gradients --class 1 --split test --positives --limit 4 \
            -o billboard.cnn-2.relu.1.scores.npz --quiet
    ) && for file in scores.npz scores.evaluation.tsv; do
        cmp "at-once/billboard.cnn-2.relu.1.$file" "synthetic/attribution/billboard.cnn-2.relu.1.$file" || return 1
    done
}
check 'attributions put together: the bytes of one process' explained_at_once
check '-resume' run -profile test --outdir synthetic -resume
check '-resume: nothing is done again' expect "$(tail -n +2 "$(trace synthetic)" | cut -f4 | sort | uniq -c | tr -s ' ')" ' 36 CACHED'
check '-resume: the same summary' cmp synthetic/summary.tsv summary.before.tsv

# ---- sequences of a user
check 'sequences of a user' run -profile test_sequences --outdir sequences
check 'the best network is explained, and its other trial' expect "$(ls sequences/attribution)" \
    "$(tail -n +2 sequences/summary.tsv | awk -F'\t' '{ print $1 "." $2 "." $3 "." $4 ".scores.npz" }' | sort)"
check 'motifs are discovered in the scores of each' expect "$(grep -h '^# null:' sequences/discovered/*/motifs.tsv | grep -c '10 sequences, 2 dinucleotide shuffles')" 2
trials_of() { grep -v '^#' "$1" | awk -F'\t' 'NR == 1 { for (i = 1; i <= NF; i++) column[$i] = i; next } { print $column["trials"] }' | sort -u | paste -sd,; }
check 'every filter is looked for in the other trial' expect "$(for verdict in sequences/filters/*.verdict.tsv; do trials_of "$verdict"; done | sort -u | paste -sd,)" 1
check 'its filters are in the genome' test "$(zcat sequences/hits/*.bed.gz | grep -vc '^#')" -ge 1

# ---- peaks of a made genome: SRF in the middle of most, AP-1 in some
check 'peaks' run -profile test_peaks --outdir peaks
rows() { zcat -f "$@" | grep -v '^#'; }
check 'peaks: those that do not fit are listed' expect "$(rows peaks/data/srf/dropped.tsv | tail -n +2 | wc -l) of $(wc -l <"$source_tree/test-data/peaks/peaks.narrowPeak")" '4 of 359'
check 'peaks: known motifs, enriched' expect "$(rows peaks/enrichment/srf.known.enriched.tsv | awk -F'\t' '$14 < 1e-15 { print $1, $4 }' | paste -sd,)" '1 SRF,2 FOSL1'
best=$(rows peaks/enrichment/srf.learned.enriched.tsv | awk -F'\t' '$1 == 1 && $14 < 1e-6 { print $3 }')
check 'peaks: a learned motif, enriched' test -n "$best"
check 'peaks: it is SRF' grep -qP "^$best\tMA0083.3\t" peaks/matches/srf.learned.matches.tsv
check 'peaks: the filters of both networks in groups' expect "$(rows peaks/clusters/srf.clusters.tsv | cut -f3 | grep -c 'filter0$')" 2
check 'peaks: sites with the names of their peaks' expect "$(rows peaks/hits/srf.known.bed.gz | cut -f12 | grep -vc '^peak_[0-9]*$')" "$(rows peaks/hits/srf.known.bed.gz | grep -cP '\t(in_gap|listed|near_the_end)\t')"
check 'peaks: as many sites as are counted' expect "$(rows peaks/hits/srf.known.counts.tsv.gz | tail -n +2 | cut -f2- | tr '\t' '\n' | awk '{ sum += $1 } END { print sum }')" "$(rows peaks/hits/srf.known.bed.gz | wc -l)"
check 'peaks: a plot of the distances from the summits' grep -q 'SRF' peaks/hits/srf.known.summits.html
in_multiqc() {
    local multiqc=${MULTIQC:-$folder/multiqc/bin/multiqc} each
    [ -x "$multiqc" ] || { python3 -m venv "$folder/multiqc" && "$folder/multiqc/bin/pip" -q install multiqc; } || return 1
    "$multiqc" -q -f -o multiqc peaks/multiqc && for each in dropped enriched matches metrics; do
        grep -q "id=\"expomotif_${each}\"" multiqc/multiqc_report.html || { echo "no section $each" && return 1; }
    done
    expect "$(sed -n 2p multiqc/multiqc_data/multiqc_expomotif_dropped_plot.txt)" "$(printf 'srf\t1\t1\t1\t1')" \
        && grep -q '^srf.known: MA0083.3	.*66.56' multiqc/multiqc_data/multiqc_expomotif_enriched_plot.txt
}
check 'peaks: metrics, matches, enriched motifs and dropped records in MultiQC' in_multiqc
check 'peaks: scores of the bases, of both trials' expect "$(ls peaks/attribution | paste -sd,)" 'srf.cnn-2.exponential.1.scores.npz,srf.cnn-2.exponential.2.scores.npz'
check 'peaks, more of them explained' run -profile test_peaks --explained_limit 100 --outdir peaks -resume
check 'peaks: motifs discovered in the scores of the trials, in groups' test "$(rows peaks/clusters/srf.discovered.clusters.tsv | tail -n +2 | wc -l)" -ge 1

# ---- peaks without a word about networks: those that expomotif peaks takes, and a step of few sequences
control() { sed 's/blacklist$/blacklist,control/; 2s/$/,control.bed/; s#\.\./peaks/#'"$source_tree"'/test-data/peaks/#g' "$source_tree/test-data/nextflow/peaks.csv" >control.csv \
    && zcat "$source_tree/test-data/peaks/genome.fa.gz" | sed -n 's/^>//p' | awk '{ for (i = 0; i < 40; i++) print $1 "\t" 2000 + 500 * i "\t" 2200 + 500 * i "\topen" i }' >control.bed \
    && run --input control.csv --epochs 1 --explained_limit 1 --explained_shards 1 --outdir control; }
check 'peaks with regions to compare with' control
check 'these are the negatives' grep -q 'open[0-9]' control/data/srf/sequences.fa
check 'the network of peaks' test -s control/models/srf.cnn-dist.exponential.1.zip
check 'and its training' grep -rqs --include=.command.sh -- '--batch .32. --reverse-complement --metric loss --keep best' work

# ---- a genome scan: shared out, in one process, and without Nextflow
check 'genome scan in four shares' run -profile test_genome --outdir four
cached() { run "${@:2}" -resume && expect "$(tail -n +2 "$(trace "$1")" | cut -f4 | sort | uniq -c | tr -s ' ')" " $(($(wc -l <"$(trace "$1")") - 1)) CACHED"; }
check 'genome scan, -resume: nothing is done again' cached four -profile test_genome --outdir four
check 'genome scan in seven shares' run -profile test_genome --shards 7 --outdir seven
same_as_one_process() {
    mkdir -p one && cd one && ln -sf "$source_tree"/test-data/fimo/{motifs100.meme,chr22.fa.gz} . || return 1
    # Groovy writes the 1e-4 of the configuration as 0.0001, and records hold what was given.
    expomotif scan --motifs motifs100.meme --sequences chr22.fa.gz --threshold 0.0001 --qvalue -o chr22.bed.gz --quiet
    cmp chr22.bed.gz ../four/hits/chr22.bed.gz && cmp chr22.bed.gz ../seven/hits/chr22.bed.gz
}
check 'shares put together: the bytes of one process' same_as_one_process

# ---- variants: in three shards, in one process, and without Nextflow
check 'variants in three shards' run -profile test_variants --outdir variants
check 'variants, -resume: nothing is done again' cached variants -profile test_variants --outdir variants
scored_at_once() {
    mkdir -p scored/models{1,2} && cd scored || return 1
    ln -sf "$source_tree"/test-data/galaxy/{variants.vcf.gz,genome.fa,motifs.meme,regions.bed} . || return 1
    ln -sf "$source_tree/test-data/galaxy/model.zip" models1/ && ln -sf "$source_tree/test-data/galaxy/model.zip" models2/ || return 1
    # The options in the order of the module: the command is in the header of the file.
    expomotif variants --vcf variants.vcf.gz --genome genome.fa --model models1/model.zip --model models2/model.zip --motifs motifs.meme \
        --peaks regions.bed -o awkward.scored.vcf.gz --null 5 --threshold 0.0001 --placement centre --shifts 0 --seed 1 --quiet --no-warnings || return 1
    cmp awkward.scored.vcf.gz ../variants/variants/awkward.scored.vcf.gz && cmp awkward.scored.vcf.gz.tbi ../variants/variants/awkward.scored.vcf.gz.tbi
}
check 'variants merged: the bytes of one process, the index too' scored_at_once
scored_table() {
    local scored
    # A header with the words by which the numbers of alleles are found.
    sed '1a ##INFO=<ID=NALT,Number=1,Type=Integer,Description="ALT alleles: all">' "$source_tree/test-data/galaxy/variants.vcf" >counted.vcf
    printf 'id,vcf,genome,model\none,%s,%s,%s\ntwo,counted.vcf,%s,%s\n' "$source_tree"/test-data/galaxy/{variants.vcf.gz,genome.fa,model.zip,genome.2bit,model.zip} >scored.csv
    run --input scored.csv --shards 1 --null_shuffles 0 --shifts 1 --placement start --variant_filters true --variants_format tsv --outdir table || return 1
    scored=$(rows table/variants/one.scored.tsv | cut -f 6 | grep -cx scored)
    expect "$(ls table/variants | paste -sd,)" 'one.scored.tsv,two.scored.tsv' && cmp <(rows table/variants/one.scored.tsv) <(rows table/variants/two.scored.tsv) \
        && expect "$(rows table/variants/one.scored.tsv | head -n 1 | tr '\t' '\n' | sed -n '6,7p;$p' | paste -sd,)" 'status,SP1_dlogit,filters' \
        && expect "$(tr -d ' \n' <table/multiqc/expomotif_variants_mqc.json | grep -o '"\(one\|two\)":{"scored":[0-9]*' | paste -sd,)" "\"one\":{\"scored\":$scored,\"two\":{\"scored\":$scored" \
        && [ "$scored" -gt 20 ]
}
check 'variants as tables, of a plain file and of a genome in 2bit' scored_table
alleles_in_multiqc() {
    "${MULTIQC:-$folder/multiqc/bin/multiqc}" -q -f -o multiqc-variants variants/multiqc \
        && expect "$(cut -f 1-3 multiqc-variants/multiqc_data/multiqc_expomotif_variants_plot.txt | paste -sd,)" "$(printf 'Sample\tscored\tsymbolic,awkward\t26\t5')"
}
check 'variants: alleles that are scored, and why others are not, in MultiQC' alleles_in_multiqc

# ---- a task that runs out of memory, played by a program that wants a heap of 2 GB
more_memory() {
    mkdir -p wants && cat >wants/expomotif <<'PROGRAM'
#!/bin/sh
[ "$1" = --version ] && echo expomotif 0.1.0 && exit
heap=$(echo "$EXPOMOTIF_JAVA_OPTS" | sed -n 's/.*-Xmx\([0-9]*\)m.*/\1/p')
while [ "$1" != --output ]; do shift; done
[ "$heap" -ge 2048 ] || exit 3
touch "$2"
PROGRAM
    chmod +x wants/expomotif
    PATH=$PWD/wants:$PATH run -profile test_genome --outdir memory || return 1
    expect "$(grep ':MERGE ' "$(trace memory)" | cut -f4-6 | tr '\t\n' '  ')" 'FAILED 3 1 COMPLETED 0 2 '
}
check 'out of memory: tried again with more' more_memory

# ---- what a user does wrong
refused() {
    local pattern=$1 said
    shift
    said=$(run "$@" 2>&1) && { echo "it was taken" && return 1; }
    grep -qE -- "$pattern" <<<"$said" || { echo "$said" && return 1; }
}
check 'no samplesheet' refused '--input is missing' --outdir x
check 'a parameter that is not known' refused '--epoch is not a parameter of this pipeline; did you mean --epochs\?' --input x.csv --epoch 3 --outdir x
check 'a parameter that is no number' refused '--trials: expected a whole number .* from 1; found 0' --input x.csv --trials 0 --outdir x
check 'a parameter without a value' refused '--networks: expected names or files .*; found no value' --input x.csv --outdir x --networks
check 'a parameter that is none of a list' refused '--engine: expected one of simd, dl4j; found torch' --input x.csv --engine torch --outdir x
check 'profiles that exclude one another' refused 'docker and conda all say where the program comes from; give one' -profile docker,conda --input x.csv --outdir x
help_of_every_parameter() {
    local help name
    help=$(run --help) || return 1
    for name in $(sed -n '/^params {/,/^}/s/^    \([a-z_]*\) = .*/\1/p' "$pipeline/nextflow.config" | grep -v trace_report_suffix); do
        grep -q -- "^  --$name " <<<"$help" || { echo "no --$name" && return 1; }
    done
}
check '--help has every parameter' help_of_every_parameter
printf 'id,genome,motif\na,b.fa,c.meme\n' >wrong.csv
check 'a column that is not known' refused 'not known: motif$' --input wrong.csv --outdir x
printf 'id,vcf,genome,model\na,%s,%s,%s;nothing.zip\n' "$source_tree"/test-data/galaxy/{variants.vcf,genome.fa,model.zip} >wrong.csv
check 'one of several models that is missing' refused 'No such file or directory: .*nothing.zip' --input wrong.csv --outdir x
printf 'id,genome,motifs\na b,b.fa,c.meme\n' >wrong.csv
check 'an id that is no file name' refused 'row 2, column id: expected' --input wrong.csv --outdir x

# ---- as `nextflow run OWNER/expomotif` takes it: cloned from a bare repository
from_repository() {
    git clone -q --bare "$source_tree" expomotif.git && git -C expomotif.git branch -f tested "$(git -C "$source_tree" rev-parse HEAD)" || return 1
    NXF_OFFLINE=false NXF_ASSETS=$PWD/assets nextflow -q run "file:$PWD/expomotif.git" -r tested -profile test_genome -stub-run --outdir cloned \
        && expect "$(tasks cloned)" 'MERGE 1,SCAN 4'
}
if git -C "$source_tree" rev-parse -q --verify HEAD >/dev/null 2>&1; then
    check 'the pipeline of a repository' from_repository
fi

. "$here/hostile.sh"

# ---- every module alone, by its tests for nf-test, against their snapshots
check 'modules: the snapshots of all tests' "$here/modules.py" "$folder/runs/modules"

if [ "${NEXTFLOW_TEST_SLURM:-}" != no ] && command -v slurmctld >/dev/null && command -v munged >/dev/null; then
    . "$here/slurm.sh"
fi

summary
