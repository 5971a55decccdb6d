# Sourced by run.sh: values and names of files that a shell would execute. Nothing may make a file called pwned.
# shellcheck shell=bash disable=SC2154 # here and pipeline are those of run.sh
mkdir hostile && cd hostile || exit 1
names=("it's" 'a b' '; touch pwned' 'a"b' 'x & touch pwned' '(c)' '`touch pwned`' 'd|e' 'f>pwned' '#g' 'h\i' '!j' 'k:l,m=n')
mkdir names
for name in "${names[@]}"; do
    printf '%s\n' "$name" >"names/$name.fa"
done
not_executed() { [ -z "$(find . -name 'pwned*')" ] || { find . -name 'pwned*' && return 1; }; }
quoted_words() {
    nextflow -q run "$here/hostile.nf" && not_executed && expect "$(grep -vxc '<.*>' words.txt)" $((${#names[@]} + 3)) && grep -qxF '<$(touch pwned)>' words.txt \
        && for name in "${names[@]}"; do grep -qxF -- "$name" words.txt || { echo "not read: $name" && return 1; }; done
}
check 'hostile values: refused, or words in quotes' quoted_words

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
for parameter in epochs explained_class; do
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
cd .. || exit 1
