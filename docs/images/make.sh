#!/usr/bin/env bash
# Makes the images of the documentation from the program's own output.
#
#   docs/images/make.sh [--check] [--installed FOLDER] [DEMO]
#
# DEMO is the folder of `expomotif demo` with its default seed; without it the demo runs first, into a temporary folder.
# --check writes nothing and fails where an image would change. FOLDER is an unpacked archive; without it the program of this
# source tree is used.
set -euo pipefail
export LC_ALL=C
images=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
installed=$images/../..
check=''
demo=''
while [ $# -gt 0 ]; do
    case $1 in
        --check) check=yes ;;
        --installed) installed=$2 && shift ;;
        *) demo=$(cd "$1" && pwd) ;;
    esac
    shift
done
expomotif=$(readlink -f "$installed/bin/expomotif")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"                                     # so that the images record short names of files
ln -s "$images/../../test-data" test-data
if [ -n "$demo" ]; then
    ln -s "$demo" demo
else
    "$expomotif" demo --out-dir demo >demo.log 2>&1 || { cat demo.log && exit 1; }
fi

column=13 height=64 cell=280 row=220    # pixels: width of a base, height of a logo, size of a pair of logos

# logo X Y FILE ID [OPTION...]: a logo at a place of the page.
logo() {
    local x=$1 y=$2
    "$expomotif" logo "$3" --id "$4" --no-axes --column-width $column --height $height "${@:5}" \
        | sed -e '/<metadata>/,/<\/metadata>/d' -e "1s/<svg /<svg x=\"$x\" y=\"$y\" /"
}

# label X Y TEXT
label() {
    printf '<text x="%s" y="%s" font-family="sans-serif" font-size="13" fill="#333">%s</text>\n' "$1" "$2" "$3"
}

# The filter that matches each of six planted motifs best, above that motif, aligned as tomtom-match aligned them.
filters() {
    printf '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" width="%s" height="%s" role="img"' \
        $((3 * cell)) $((2 * row - 18)) $((3 * cell)) $((2 * row - 18))
    printf ' aria-label="Six first-layer filters of the demo, each above the planted motif that it matches">\n'
    printf '<metadata>expomotif demo --seed 1; docs/images/make.sh. Motifs: JASPAR 2016, CC BY 4.0</metadata>\n'
    printf '<rect width="100%%" height="100%%" fill="#fff"/>\n'
    local n=0 name id filter offset strand q left x y
    for name in SRF YY1 Gabpa MEF2A NFYB CEBPB; do
        read -r filter id q < <(awk -F'\t' -v name="$name" '$3 == name { print $1, $2, $4 }' demo/planted.tsv | sort -g -k3,3 | head -n 1)
        read -r offset strand < <(awk -F'\t' -v f="$filter" -v id="$id" '$1 == f && $2 == id { print $3, $10 }' demo/matches.tsv)
        x=$((n % 3 * cell + 8)) y=$((n / 3 * row + 18)) n=$((n + 1))
        left=$((offset > 0 ? offset : 0))      # columns of the target that lie left of the filter
        label $((x + 4)) $y "$filter"
        logo $((x + left * column)) $((y + 8)) demo/filters.meme "$filter"
        label $((x + 4)) $((y + height + 30)) "$name in JASPAR (q = $(printf '%.0e' "$q"))"
        if [ "$strand" = - ]; then
            logo $((x + (left - offset) * column)) $((y + height + 38)) demo/data/motifs.meme "$id" --revcomp
        else
            logo $((x + (left - offset) * column)) $((y + height + 38)) demo/data/motifs.meme "$id"
        fi
    done
    printf '</svg>\n'
}

filters >filters.svg

# The bases that a prediction rests on: the first explained sequence of the demo.
"$expomotif" attribute --model demo/model.zip --sequences demo/data/sequences.fa --labels demo/data/labels.tsv \
    --class FOSL1 --split test --positives --limit 1 --method integrated-gradients --seed 1 \
    --logo attribution.svg --window seq5:121-200 -o attribution.tsv -q

# What a variant changes: the second base of the site of FOSL1 in the same sequence, between the sequences before and after it.
awk '/^>/ { id = substr($1, 2); next } { bases[id] = bases[id] $0 } END { print ">chr1"; print bases["seq4"] bases["seq5"] bases["seq6"] }' \
    demo/data/sequences.fa >genome.fa
printf '##fileformat=VCFv4.3\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\nchr1\t%s\tsnv\t%s\t%s\t.\t.\t.\n' 384 G T >variants.vcf
"$expomotif" variants --vcf variants.vcf --genome genome.fa --model demo/model.zip --logo variants.svg --logo-variant snv --logo-class FOSL1 \
    -o scored.vcf -q

# The picture of the page of `logo`.
"$expomotif" logo test-data/galaxy/motifs.meme --id SP1 -o logo.svg -q

if [ -n "$check" ]; then
    status=0
    for image in "$images"/*.svg; do
        cmp "$image" "$(basename "$image")" || status=1
    done
    [ "$status" -eq 0 ] || echo "run docs/images/make.sh and look at the images" >&2
    exit "$status"
fi
mv filters.svg attribution.svg logo.svg variants.svg "$images"
ls -l "$images"/*.svg
