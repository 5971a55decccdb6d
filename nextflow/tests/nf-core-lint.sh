#!/usr/bin/env bash
# Holds the modules to the rules of nf-core/modules, with `nf-core modules lint` (PyPI nf-core 4.0 or newer).
#
#   nextflow/tests/nf-core-lint.sh [FOLDER]     FOLDER (default: target/nf-core) keeps the linter and its output
#
# Makes a folder that is laid out as nf-core/modules is, with modules/nf-core/expomotif/NAME. The linter reads two JSON
# schemas from a clone of nf-core/modules: NFCORE_MODULES names one; without it one is cloned, and where that fails the
# schemas are replaced with short ones that ask for the required keys only, and the last line says so. Whether bioconda has
# the package is asked on the network: until it is published this is a warning without a network and a failure with one.
# Needs nextflow on the PATH, as run.sh installs it. Ends with 1 when a check fails.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source_tree=$(dirname "$(dirname "$here")")
folder=${1:-$source_tree/target/nf-core}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
linter=${NFCORE:-$folder/venv/bin/nf-core}
if ! [ -x "$linter" ]; then
    python3 -m venv "$folder/venv"
    "$folder/venv/bin/pip" -q install 'nf-core>=4.0'
fi

# ---- the schemas, as a repository that the linter clones
schemas=$folder/origin
rm -rf "$schemas" "$folder/schemas" "$folder/config" "$folder/modules"
mkdir -p "$schemas/modules/nf-core" "$schemas/subworkflows/nf-core"
whose='schemas of nf-core/modules'
clone=${NFCORE_MODULES:-$folder/nf-core-modules}
if ! [ -d "$clone/modules" ]; then
    timeout 120 git clone -q --depth 1 https://github.com/nf-core/modules "$clone" 2>/dev/null || true
fi
if [ -d "$clone/modules" ]; then
    cp "$clone"/modules/{meta,environment}-schema.json "$schemas/modules/"
else
    whose='short schemas, as nf-core/modules could not be cloned'
    cat >"$schemas/modules/meta-schema.json" <<'JSON'
{
    "type": "object",
    "required": ["name", "description", "keywords", "tools", "input", "output", "topics", "authors", "maintainers"],
    "properties": {"keywords": {"type": "array", "minItems": 3, "uniqueItems": true}}
}
JSON
    echo '{"type": "object", "required": ["channels", "dependencies"]}' >"$schemas/modules/environment-schema.json"
fi
layout='repository_type: modules
org_path: nf-core'
echo "$layout" >"$schemas/.nf-core.yml"
touch "$schemas/modules/nf-core/.keep" "$schemas/subworkflows/nf-core/.keep"
git -C "$schemas" init -q -b master
git -C "$schemas" add -A
git -C "$schemas" -c user.name=test -c user.email=test@localhost commit -q -m schemas
git clone -q "$schemas" "$folder/schemas"

# ---- the modules, laid out as they would be there
mkdir -p "$folder/modules/modules/nf-core" "$folder/modules/subworkflows/nf-core" "$folder/modules/tests/config"
echo "$layout" >"$folder/modules/.nf-core.yml"
touch "$folder/modules/main.nf" "$folder/modules/tests/config/nextflow.config"
cp -r "$source_tree/nextflow/modules/expomotif" "$folder/modules/modules/nf-core/"
git -C "$folder/modules" init -q -b master

export XDG_CONFIG_HOME=$folder/config XDG_CACHE_HOME=$folder/config HIDE_PROGRESS=1 NFCORE_NO_VERSION_CHECK=1 COLUMNS=200
status=0
"$linter" --hide-progress modules --git-remote "$folder/schemas" --branch master \
    lint --dir "$folder/modules" --all --plain-text >"$folder/lint.txt" 2>"$folder/lint.err" || status=$?
cat "$folder/lint.txt"
echo "$whose"
exit "$status"
