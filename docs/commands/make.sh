#!/usr/bin/env bash
# Makes the pages of the commands anew: usage and options from the program's own model, and the output of every example by
# running it. What is written by hand in a page stays. The page of a new command is made as a draft.
#
#   docs/commands/make.sh [--check] [--installed FOLDER] [COMMAND...]
#
# --check writes nothing and names the pages that would change. FOLDER is an unpacked archive; without it the program is
# built from this source tree.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
arguments=()
installed=''
while [ $# -gt 0 ]; do
    case $1 in
        --installed) installed=$2 && shift ;;
        *) arguments+=("$1") ;;
    esac
    shift
done
expomotif=${installed:-.}/bin/expomotif
java_home=$(EXPOMOTIF_JAVA_OPTS=-XshowSettings:properties "$expomotif" --version 2>&1 | sed -n 's/^ *java.home = //p')
if [ ! -d "${installed:-.}/lib" ]; then
    version=$(sed -n 's/^  <version>\(.*\)<\/version>$/\1/p' pom.xml)
    installed=${installed:-.}/target/expomotif-$version
fi
exec "$java_home/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$installed/lib/*" src/build/java/reference/Reference.java \
    pages --program "$expomotif" ${arguments[@]+"${arguments[@]}"}
