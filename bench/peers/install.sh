#!/usr/bin/env bash
# Installs what the comparisons need from PyPI into a virtual environment.
#
#   bench/peers/install.sh FOLDER [GROUP...]     then name FOLDER/bin/python, or FOLDER/bin/modisco and so on, to the scripts
#
# Groups: scan, network, discover, attribution, variants, all (default). SEA is built from source instead: build_sea.sh.
set -euo pipefail
declare -A packages=(
    [scan]='numpy lightmotif MOODS-python memelite'
    [network]='numpy scikit-learn torch onnxruntime'
    [discover]='numpy modisco-lite finemo'
    [attribution]='numpy torch captum tangermeme modisco-lite pyBigWig'
    [variants]='numpy torch tangermeme'
)
usage() { sed -n '2,7s/^# \{0,1\}//p' "$0" >&2; exit 2; }
[ $# -gt 0 ] || usage
folder=$1
shift
[ $# -gt 0 ] || set -- all
wanted=''
for group in "$@"; do
    if [ "$group" = all ]; then
        wanted+=" ${packages[*]}"
    else
        [ -n "${packages[$group]:-}" ] || usage
        wanted+=" ${packages[$group]}"
    fi
done
[ -x "$folder/bin/python" ] || python3 -m venv "$folder"
# shellcheck disable=SC2086 # several packages in one variable
"$folder/bin/pip" -q install $(printf '%s\n' $wanted | sort -u)
"$folder/bin/pip" freeze
