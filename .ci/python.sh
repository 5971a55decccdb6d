# Sourced by end-to-end: the Python of docs/seqlets.md and docs/discover.md, as it stands there, with files of the program.
# Needs Python with venv, and numpy, pandas and h5py from PyPI unless PYTHON names a Python that has them.
# shellcheck shell=bash disable=SC2154

tested=$source_tree/test-data/galaxy
python=${PYTHON:-$work/venv/bin/python}
python_with_arrays() {
    [ -n "${PYTHON:-}" ] || { python3 -m venv "$work/venv" && "$work/venv/bin/pip" -q install numpy pandas h5py; } || return 1
    "$python" -c 'import numpy, pandas, h5py'
}
check 'Python: numpy, pandas and h5py' python_with_arrays
# snippet PAGE NUMBER: the NUMBERth block of Python of a page, from 1.
snippet() { awk -v wanted="$2" '/^```python$/ { inside = ++count == wanted; next } /^```$/ { inside = 0 } inside' "$source_tree/docs/$1"; }
explained() { "$expomotif" attribute --model "$tested/model.zip" --sequences "$tested/sequences.fa" --class 1 --method deeplift --output logit --quiet "$@"; }
arrays_into_seqlets() {
    explained -o explained.npz && explained --shuffles 2 -o shuffled.npz && rm -f scores.npz null.npz && {
        echo 'import numpy'
        echo 'contributions, contributions_of_shuffles = [a["arr_0"] * a["one_hot"] for a in map(numpy.load, ["explained.npz", "shuffled.npz"])]'
        snippet seqlets.md 1
    } | "$python" - && "$expomotif" seqlets --scores scores.npz --null null.npz --quiet -o seqlets.bed &&
        "$expomotif" seqlets --scores explained.npz --null 2 --model "$tested/model.zip" --quiet -o named.bed &&
        cmp <(grep -v '^#' seqlets.bed | cut -f 2-) <(grep -v '^#' named.bed | cut -f 2-) && [ "$(grep -vc '^#' seqlets.bed)" -gt 10 ]
}
check 'Python: contributions of numpy, the same seqlets as those of attribute' arrays_into_seqlets
seqlets_into_pandas() {
    {
        snippet seqlets.md 2
        echo 'assert len(seqlets) == sum(not line.startswith("#") for line in open("seqlets.bed"))'
        echo 'assert seqlets.q_value.max() <= 0.1 and set(seqlets.sign) <= {"+", "-"}'
    } | "$python" -
}
check 'Python: seqlets in pandas' seqlets_into_pandas
motifs_into_h5py() {
    "$expomotif" discover --scores scores.npz --null null.npz --quiet --out-dir found && snippet discover.md 1 | "$python" - >patterns.txt &&
        [ "$(wc -l <patterns.txt)" -eq "$(grep -c '^positive' found/motifs.tsv)" ] && grep -qE '^pattern_0 [0-9]+ \([0-9]+, 4\)$' patterns.txt
}
check 'Python: motifs in h5py' motifs_into_h5py
