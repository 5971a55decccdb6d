# Sourced by run.sh: values and names of files that a shell would execute. Nothing may make a file called pwned.
# shellcheck shell=bash disable=SC2154 # here and pipeline are those of run.sh
mkdir hostile && cd hostile || exit 1
names=("it's" 'a b' '; touch pwned' 'a"b' 'x & touch pwned' '(c)' '`touch pwned`' 'd|e' 'f>pwned' 'g#' 'h\i' '!j' 'k:l,m=n')
mkdir names
for name in "${names[@]}"; do
    printf '%s\n' "$name" >"names/$name.fa"
done
not_executed() { [ -z "$(find . -name 'pwned*')" ] || { find . -name 'pwned*' && return 1; }; }
quoted_words() {
    nextflow -q run "$here/hostile.nf" && not_executed && expect "$(grep -vxc '<.*>' words.txt)" ${#names[@]} && grep -qxF "<it's.fa>" words.txt \
        && for name in "${names[@]}"; do grep -qxF -- "$name" words.txt || { echo "not read: $name" && return 1; }; done
}
check 'hostile values are refused, hostile names are words' quoted_words

# sheet HEADER ROW
sheet() { printf '%s\n' "$@" >sheet.csv; }
hostile_task() {
    sheet id,task,number "a,$1,$2"
    refused "row 2, column $3: expected" --input sheet.csv --outdir x && not_executed
}
check 'a task that is a command' hostile_task '1; touch pwned' 10 task
check 'a number that is a command' hostile_task classes '$(touch pwned)' number
hostile_file() {
    sheet id,genome,motifs "a,$1,b.meme"
    refused 'row 2, column genome: ' --input sheet.csv --outdir x && not_executed
}
check 'a file that is a pattern' hostile_file '$HOME/*.fa'
check 'a file that is an option' hostile_file '-o'
hostile_peaks() {
    sheet id,peaks,genome,blacklist,control "a,$1,$2,$3,$4"
    refused "row 2, column $5: expected" --input sheet.csv --outdir x && not_executed
}
check 'peaks that are a pattern' hostile_peaks '*.bed' b.fa c.bed d.bed peaks
check 'a control that is a command' hostile_peaks a.bed b.fa c.bed '${IFS}touch pwned' control
for parameter in epochs explained_class test_chromosomes; do
    check "--$parameter that is a command" refused "^.*--$parameter: expected" -profile test --"$parameter" "1';touch pwned;'" --outdir x
done
check 'none of them was executed' not_executed

hostile_names() {
    head -n 2000 < <(zcat "$source_tree/test-data/fimo/chr22.fa.gz") >'names/; touch pwned & `touch pwned` it'"'"'s "a" (b).fa' \
        && cp "$source_tree/test-data/fimo/motifs100.meme" "names/m'otifs; touch pwned.meme" || return 1
    sheet id,genome,motifs "a,names/; touch pwned & \`touch pwned\` it's \"a\" (b).fa,names/m'otifs; touch pwned.meme"
    run --input sheet.csv --shards 2 --outdir 'out $(touch pwned); touch pwned' && not_executed || return 1
    expomotif scan --motifs "names/m'otifs; touch pwned.meme" --sequences names/*b\).fa --quiet -o plain.bed || return 1
    cmp <(grep -v '^#' plain.bed) <(zcat out*/hits/a.bed.gz | grep -v '^#') && [ "$(grep -vc '^#' plain.bed)" -gt 10 ]
}
check 'files with blanks, quotes and commands in their names' hostile_names

hostile_names_of_variants() {
    local given=$source_tree/test-data/galaxy vcf='v;touch pwned;.vcf' genome='g "a" (b) | touch pwned.fa' motifs="m'otifs.meme" model='`touch pwned` & it.zip'
    mkdir -p names/other && cp "$given/variants.vcf" "names/$vcf" && cp "$given/genome.fa" "names/$genome" && cp "$given/motifs.meme" "names/$motifs" \
        && tee "names/$model" "names/other/$model" <"$given/model.zip" >/dev/null || return 1
    sheet id,vcf,genome,model,motifs "a,names/$vcf,names/$genome,names/$model;names/other/$model,names/$motifs"
    run --input sheet.csv --shards 2 --null_shuffles 0 --outdir 'of variants; touch pwned' && not_executed || return 1
    expomotif variants --vcf "names/$vcf" --genome "names/$genome" --model "names/$model" --model "names/other/$model" --motifs "names/$motifs" --quiet --no-warnings -o plain.vcf || return 1
    cmp <(grep -v '^##' plain.vcf) <(zcat 'of variants; touch pwned/variants/a.scored.vcf.gz' | grep -v '^##') && [ "$(grep -vc '^#' plain.vcf)" -eq 39 ]
}
check 'variants and models with commands in their names' hostile_names_of_variants

# Every step on peaks, played by a program that notes its words and makes the files that it is asked for.
hostile_names_of_peaks() {
    local peaks='p;touch pwned;.bed' genome='g "a" (b) | touch pwned.fa' blacklist="b'lacklist.bed" control='`touch pwned`.bed' word
    mkdir -p plays && cat >plays/expomotif <<'PROGRAM'
#!/usr/bin/env bash
[ "$1" = --version ] && echo expomotif 0.1.0 && exit
printf '%s\n' "$@" >>"$NOTES/$1"
while [ $# -gt 0 ]; do
    case $1 in
        --out-dir) mkdir "$2" && cd "$2" && exec touch sequences.fa labels.tsv regions.bed dropped.tsv composition.tsv leaks.tsv dataset.html dataset.json \
            motifs.meme motifs.tsv matrices.tsv seqlets.bed motifs.h5 motifs.html ;;
        --representatives) echo MOTIF a >"$2" ;;
        --output | --out | -o | --table | --tree | --sites | --html | --logos | --counts | --summit-plot) touch "$2" && case $2 in *.zip) touch "${2%.zip}.history.tsv" ;; esac ;;
    esac
    shift
done
PROGRAM
    chmod +x plays/expomotif && mkdir notes names/same && echo x | tee "names/$peaks" "names/$genome" "names/$blacklist" "names/$control" "names/same/$peaks" >/dev/null
    # A control may be called what the peaks are called, in another folder.
    sheet id,peaks,genome,blacklist,control "a,names/$peaks,names/$genome,names/$blacklist,names/$control" "b,names/$peaks,names/$genome,,names/same/$peaks"
    NOTES=$PWD/notes PATH=$PWD/plays:$PATH run --input sheet.csv --explained_shards 1 --valid_chromosomes chr1,chr2 --outdir 'of peaks' && not_executed || return 1
    for word in "$peaks" "$genome" "blacklist/$blacklist" "negatives1/$control" "negatives1/$peaks" chr1,chr2; do
        grep -qxF -- "$word" notes/dataset || { echo "not a word of dataset: $word" && return 1; }
    done
    expect "$(grep -cxF -- --negatives notes/dataset) $(grep -cxF -- "$peaks" notes/scan) $(ls notes | paste -sd,)" '2 2 attribute,cluster,dataset,discover,enrich,evaluate,filters,scan,train'
}
check 'peaks, blacklists and controls with commands in their names' hostile_names_of_peaks
cd .. || exit 1
