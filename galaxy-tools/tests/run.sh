#!/usr/bin/env bash
# Checks the wrappers, then runs their tests and those of the workflows in a real Galaxy that is started here and stopped at the end.
#
#   galaxy-tools/tests/run.sh [options] [FOLDER]
#       --tool NAME         only this tool, such as scan, without the workflows
#       --workflow          only the workflows
#       --screenshots DIR   pictures of the forms and of a workflow's history (needs Chromium)
#       --keep              leaves Galaxy running, to be looked at with a browser, until the next call (--stop ends it)
#   FOLDER (default: ~/.cache/expomotif-galaxy) keeps what is installed and the runs; 2 GB.
#
# expomotif is the one on the PATH, else that of this source tree. Needs Python 3.10 to 3.13 with venv, and PyPI unless FOLDER has
# the installation. The last line is 'N passed, N failed'.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
tools=$(dirname "$here")
only='' workflow_only='' screenshots='' keep='' stop='' folder=''
while [ $# -gt 0 ]; do
    case $1 in
        --tool) only=expomotif_${2#expomotif_} && only=${only//-/_} && shift ;;
        --workflow) workflow_only=yes ;;
        --screenshots) mkdir -p "$2" && screenshots=$(cd "$2" && pwd) && shift ;;
        --keep) keep=yes ;;
        --stop) stop=yes ;;
        -h | --help) sed -n '2,/^set/s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" && exit ;;
        -*) echo "$1: no such option" >&2 && exit 2 ;;
        *) folder=$1 ;;
    esac
    shift
done
folder=${folder:-${XDG_CACHE_HOME:-$HOME/.cache}/expomotif-galaxy}
mkdir -p "$folder/home"
folder=$(cd "$folder" && pwd)
install=$folder/install
server=$folder/server
results=$folder/results.tsv
: >"$results"
export HOME=$folder/home PYTHONWARNINGS=ignore
# Without compiled files every start of a Python reads most of Galaxy as source, 10 seconds each.
unset PYTHONDONTWRITEBYTECODE
type -P expomotif >/dev/null || PATH=$PATH:$(dirname "$tools")/bin
. "$here/install.sh"
. "$here/server.sh"
if [ -n "$stop" ]; then
    galaxy_stop "$server"
    exit
fi
trap '[ -n "$keep" ] || galaxy_stop "$server"' EXIT
trap 'exit 1' INT TERM

expomotif --version || exit 1
from=$SECONDS
install_galaxy "$install" >"$folder/install.log" 2>&1 || { tail -n 30 "$folder/install.log"; exit 1; }
echo "installed: $((SECONDS - from)) s, $(du -sm "$install" | cut -f1) MB"
planemo=$install/planemo/bin/planemo
python=$install/galaxy/bin/python

# note STATUS NAME SECONDS MESSAGE: a line of the table.
note() {
    printf '%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "$4" >>"$results"
    printf '%-5s %-62s %4d s\n' "$1" "$2" "$3"
    [ -z "$4" ] || printf '%s\n' "$4" | sed 's/^/      /'
}
# check NAME COMMAND...: passes when the command ends with 0.
check() {
    local name=$1 from=$SECONDS output
    shift
    if output=$("$@" 2>&1); then
        note ok "$name" $((SECONDS - from)) ''
    else
        note FAIL "$name" $((SECONDS - from)) "$(printf '%s\n' "$output" | tail -n 30)"
    fi
}

# bio.tools gets its entry with the first release: until then it has none for the xref of the wrappers.
lint() { timeout 600 "$planemo" lint --skip BioToolsValid --report_level all --fail_level warn "$@"; }
made_from() { timeout 300 "$install/planemo/bin/gxwf-to-native" "$1.gxwf.yml" -o "$folder/made.ga" && cmp "$folder/made.ga" "$1.ga"; }

# ---- the files
wrappers=("$tools"/*.xml)
if [ -n "$only" ]; then
    [ -f "$tools/$only.xml" ] || { echo "$tools/$only.xml: no such tool" >&2; exit 2; }
    wrappers=("$tools/$only.xml")
    check "planemo lint: $only" lint "$tools/$only.xml"
elif [ -z "$workflow_only" ]; then
    check 'planemo lint' lint "$tools"
    check "Galaxy's types of the columns of every table" timeout 600 "$python" "$here/columns.py"
    check "the datatype of models in Galaxy's registry" timeout 300 "$python" "$here/datatypes.py"
fi
if [ -z "$only" ]; then
    for workflow in "$tools"/workflows/*/; do
        check "planemo workflow_lint: $(basename "$workflow")" timeout 600 "$planemo" workflow_lint --iwc --fail_level warn "$workflow"
        check "the .ga is made from the .gxwf.yml: $(basename "$workflow")" made_from "$workflow$(basename "$workflow")"
    done
fi

# ---- the tools
galaxy_up "$server" "$tools" || { echo 'Galaxy did not start'; exit 1; }
url=$(cat "$server/url") key=$(cat "$server/key")
api_key=$("$python" "$here/galaxy.py" api-key "$url" "$key") || exit 1
if [ -z "$workflow_only$only" ]; then
    check 'forms offer the genomes of the assembly of the peaks' timeout 600 "$python" "$here/galaxy.py" genomes "$url" "$api_key" \
        "$tools/test-data/peaks.narrowPeak"
fi
if [ -z "$workflow_only" ]; then
    from=$SECONDS
    rm -rf "$folder/tools.json" "$folder/outputs"
    timeout 1500 "$install/galaxy/bin/galaxy-tool-test" --galaxy-url "$url" --key "$api_key" --admin-key "$key" \
        ${only:+--tool-id "$only"} --with-reference-data --parallel-tests 4 --test-data "$tools/test-data" --output-json "$folder/tools.json" \
        --output "$folder/outputs" >"$folder/tools.log" 2>&1
    "$python" "$here/galaxy.py" tools "$folder/tools.json" "$results" "${wrappers[@]}" \
        || note FAIL 'tool tests' 0 "$(tail -n 30 "$folder/tools.log")"
    echo "tool tests: $((SECONDS - from)) s"
fi

# ---- the workflow
if [ -z "$only" ]; then
    for workflow in "$tools"/workflows/*/*.ga; do
        name=$(basename "$workflow" .ga)
        from=$SECONDS
        rm -f "$folder/$name.json"
        timeout 900 "$planemo" test --engine external_galaxy --galaxy_url "$url" --galaxy_user_key "$api_key" \
            --galaxy_admin_key "$key" --no_shed_install --history_name "$name" --test_output "$folder/$name.html" \
            --test_output_json "$folder/$name.json" "$workflow" >"$folder/$name.log" 2>&1
        "$python" "$here/galaxy.py" workflow "$folder/$name.json" "$results" \
            || note FAIL "workflow $name" $((SECONDS - from)) "$(tail -n 30 "$folder/$name.log")"
        echo "workflow: $((SECONDS - from)) s"
    done
fi

[ -z "$screenshots" ] || . "$here/screenshots.sh"
[ -z "$keep" ] || echo "Galaxy is left running at $url"

passed=$(grep -c '^ok' "$results")
failed=$(grep -c '^FAIL' "$results")
echo "all: $SECONDS s, $(du -sm "$folder" | cut -f1) MB"
echo
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
