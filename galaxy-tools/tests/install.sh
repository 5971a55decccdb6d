# Sourced by run.sh: Galaxy and planemo from PyPI, each in an environment of its own.
# shellcheck shell=bash

# install_galaxy FOLDER
install_galaxy() {
    local folder=$1
    mkdir -p "$folder"
    [ -x "$folder/uv/bin/uv" ] || { python3 -m venv "$folder/uv" && "$folder/uv/bin/pip" install -q uv; } || return 1
    install_packages "$folder" planemo planemo==0.75.47 galaxy-tool-util==26.1.2 || return 1
    install_packages "$folder" galaxy galaxy==26.1.1
}

# install_packages FOLDER NAME REQUIREMENT...: whole or not at all.
install_packages() {
    local folder=$1 name=$2
    shift 2
    [ "$(cat "$folder/$name/installed" 2>/dev/null)" = "$*" ] && return
    rm -rf "${folder:?}/$name"
    "$folder/uv/bin/uv" venv -q --python "$(command -v python3)" "$folder/$name" \
        && VIRTUAL_ENV=$folder/$name "$folder/uv/bin/uv" pip install -q "$@" \
        && echo "$*" >"$folder/$name/installed"
}
