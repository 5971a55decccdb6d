#!/usr/bin/env bash
# Makes a release and uses what is in it: the recipe is built in an empty folder as conda builds it, and its tests are run.
#
#   packaging/test.sh [ARCHIVE]     ARCHIVE (default: target/expomotif-VERSION.tar.gz) is what mvn package makes
#
# Needs Python 3 and PyPI, unless its jinja2 and PyYAML are there. The last line is 'N passed, N failed'.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source_tree=$(dirname "$here")
version=$(sed -n 's/^ARG VERSION=//p' "$source_tree/containers/Containerfile")
archive=${1:-$source_tree/target/expomotif-$version.tar.gz}
[ -s "$archive" ] || { echo "packaging/test.sh: error: no $archive; mvn -B package makes it" >&2 && exit 1; }
archive=$(cd "$(dirname "$archive")" && pwd)/$(basename "$archive")
work=$(mktemp -d)
trap 'chmod -R u+w "$work" && rm -rf "$work"' EXIT
chmod 755 "$work" # an ordinary user runs the package, too
cd "$work" || exit 1
. "$source_tree/nextflow/tests/checks.sh"

# ---- a source tree of its own, in which everything is decided
settled=$work/settled
copy() {
    rm -rf "$settled" && mkdir "$settled" && cp -RL "$source_tree"/{pom.xml,CHANGELOG.md,packaging,galaxy-tools,nextflow,containers} "$settled/" || return 1
    ! [ -e "$source_tree/nextflow.config" ] || cp "$source_tree/nextflow.config" "$settled/"
    sed -i '/^## /s/, not released yet/, 1 January 2027/' "$settled/CHANGELOG.md"
    printf 'repository = https://example.org/somebody/expomotif\nmaintainers = one, another\n' >"$settled/packaging/settings"
}
release() { "$settled/packaging/release" --archive "$archive" "$@"; }
# A draft where the archive was made offline, without its bill of materials.
draft=--draft
tar -tzf "$archive" | grep -qx "expomotif-$version/sbom.cdx.json" && draft=''
copy
# shellcheck disable=SC2086 # an option or none
check 'a release' release $draft "$version" "$work/made"
another() {
    # shellcheck disable=SC2086
    (umask 077 && TZ=Pacific/Kiritimati LC_ALL=C PYTHONHASHSEED=7 release $draft "$version" "$work/a second folder") && diff -r made 'a second folder' \
        && cmp <(cd made && find . -printf '%p %m\n' | sort) <(cd 'a second folder' && find . -printf '%p %m\n' | sort)
}
check 'two releases have the same bytes' another
undecided() { ! grep -rnIE 'OWNER|MAINTAINER|"(VERSION|SHA256|REPOSITORY)"' made; }
check 'nothing is left to be decided' undecided
module_of_both() { grep -A2 '^maintainers:' made/nf-core/modules/nf-core/expomotif/scan/meta.yml | tail -n 2 | paste -sd' '; }
check 'the modules name their maintainers' expect "$(module_of_both)" '  - "@one"   - "@another"'
check 'SHA256SUMS' bash -c 'cd made && sha256sum --quiet --strict -c SHA256SUMS && [ "$(wc -l <SHA256SUMS)" -eq "$(($(find . -type f | wc -l) - 1))" ]'
check 'the archive has the name that the recipe asks for' cmp "made/expomotif-$version.tar.gz" "$archive"
check 'the checksum of the recipe is that of the archive' grep -q "$(sha256sum "$archive" | cut -d' ' -f1)" made/bioconda/expomotif/meta.yaml
check 'the release notes say what changes for users of an older version' grep -qx '### Upgrading' made/RELEASE_NOTES.md
check 'files, not links' expect "$(find made -type l)" ''
same_tools() { expect "$(cd made/toolshed/suite_expomotif && ls expomotif_*.xml)" "$(cd "$source_tree/galaxy-tools" && ls expomotif_*.xml)"; }
check 'the suite has every tool' same_tools
test_data() {
    local file missing=0
    while IFS= read -r file; do
        [ -e "made/toolshed/suite_expomotif/test-data/$file" ] || { echo "no test-data/$file" && missing=1; }
    done < <(grep -hoE '<param name="[^"]*" (ftype="[^"]*" )?value="[^"]*\.[a-z0-9.]+"( ftype|/?>)' made/toolshed/suite_expomotif/expomotif_*.xml \
        | sed -E 's/.* value="([^"]*)".*/\1/' | tr , '\n' | grep -E '\.(fa|fa\.gz|meme|tsv|txt|json|zip|bed|h5|narrowPeak)$' | sort -u)
    [ "$missing" -eq 0 ]
}
check 'the suite has the inputs of its tests' test_data
whole_modules() {
    local module count=0
    for module in made/nf-core/modules/nf-core/expomotif/*/; do
        [ -s "$module/main.nf" ] && [ -s "$module/meta.yml" ] && [ -s "$module/environment.yml" ] && [ -d "$module/tests" ] || { echo "$module" && return 1; }
        count=$((count + 1))
    done
    [ "$count" -ge 10 ]
}
check 'each module has its files' whole_modules

# ---- what is refused. refuses PATTERN COMMAND...: exit 1, and the pattern on standard error.
refuses() {
    local pattern=$1 said
    shift
    said=$("$@" 2>&1 >/dev/null)
    local code=$?
    [ "$code" -eq 1 ] && [ ! -e "$work/refused" ] && grep -qE -- "$pattern" <<<"$said" && ! grep -q Traceback <<<"$said" && return
    echo "exit code $code: $said"
    return 1
}
check 'refused: another version than that of the sources' refuses 'pom.xml has version' release "99.0" "$work/refused"
check 'refused: a folder that is there' refuses 'made exists' release "$version" "$work/made"
check 'refused: no archive' refuses 'no /nonexistent' "$settled/packaging/release" --archive /nonexistent "$version" "$work/refused"
# changed NAME FILE SCRIPT PATTERN: the sources with FILE changed by the script of sed are refused.
changed() {
    copy && sed -i -E "$3" "$settled/$2" && ! cmp -s "$settled/$2" "$source_tree/$2" || return 1
    refuses "$4" release --draft "$version" "$work/refused"
}
check 'refused: Galaxy tools of another version' changed '' galaxy-tools/macros.xml '/@TOOL_VERSION@">/s/>[0-9.]+</>9.9.9</' 'macros.xml has version 9.9.9'
check 'refused: a Galaxy tool that asks for another package' changed '' galaxy-tools/expomotif_motifs.xml 's/<expand macro="requirements"\/>//' 'expomotif_motifs.xml asks for no package'
check 'refused: an image of another version' changed '' containers/Containerfile 's/^ARG VERSION=.*/ARG VERSION=9.9.9/' 'Containerfile has version 9.9.9'
check 'refused: a pipeline of another version' changed '' nextflow/nextflow.config "s/^( *version *= *)'.*'/\\1'9.9.9'/" 'nextflow/nextflow.config has version 9.9.9'
check 'refused: a change log without the version' changed '' CHANGELOG.md 's/^## [0-9].*/## 9.9.9/' 'no section for'
check 'refused: a change log that does not help those who upgrade' changed '' CHANGELOG.md '/^### Upgrading/d' 'Upgrading'
check 'refused: settings without an address' changed '' packaging/settings 's/^repository.*/repository = somewhere/' 'is no address'
check 'refused: settings without maintainers' changed '' packaging/settings 's/^maintainers.*/maintainers/' 'settings: no maintainers'
link_to_nothing() { copy && ln -s /nonexistent "$settled/galaxy-tools/test-data/gone.fa" && refuses 'is a link to nothing' release --draft "$version" "$work/refused"; }
check 'refused: a test of Galaxy whose file is a link to nothing' link_to_nothing
undecided_settings() { copy && cp "$here/settings" "$settled/packaging/settings" && refuses 'is not decided' release "$version" "$work/refused"; }
grep -qE 'OWNER|MAINTAINER' "$here/settings" && check 'refused: settings that are not decided' undecided_settings
not_released() { copy && cp "$source_tree/CHANGELOG.md" "$settled/" && refuses 'not released yet' release "$version" "$work/refused"; }
grep -qE '^## .*not released' "$source_tree/CHANGELOG.md" && check 'refused: a version that the change log calls not released' not_released

# ---- the recipe, as conda builds it
python=python3
if ! python3 -c 'import jinja2, yaml' 2>/dev/null; then
    check 'jinja2 and PyYAML' bash -c 'python3 -m venv python && python/bin/pip -q install jinja2 PyYAML'
    python=$work/python/bin/python
fi
recipe=$work/made/bioconda/expomotif
lint() { "$python" "$here/check.py" "$recipe" "$version" >commands.txt; }
check 'recipe: what the lint of bioconda asks for' lint
bash=$(type -P bash)
prefix="$work/an environment"
# as_conda SCRIPT: with nothing in the environment but what conda puts there.
as_conda() {
    env -i PATH=/usr/bin:/bin PREFIX="$prefix" SRC_DIR="$work/src" PKG_NAME=expomotif PKG_VERSION="$version" PKG_BUILDNUM=0 "$bash" "$recipe/$1"
}
built() {
    mkdir src && tar -xzf "$archive" -C src --strip-components 1 && as_conda build.sh || return 1
    # Conda's own Java: a link, whose JDK lies in lib/jvm.
    mkdir -p "$prefix/lib" && ln -s "$jdk" "$prefix/lib/jvm" && ln -s ../lib/jvm/bin/java "$prefix/bin/java"
}
jdk=$(EXPOMOTIF_JAVA_OPTS=-XshowSettings:properties EXPOMOTIF_CACHE=none "$source_tree/bin/expomotif" --version 2>&1 | sed -n 's/^ *java.home = //p')
check 'recipe: build.sh in an empty folder' built
check 'recipe: the licences are in the archive' test -s src/LICENSE -a -s src/THIRD-PARTY.md
(cd "$prefix" && find . | sort) >packaged.txt
check 'recipe: post-link.sh says nothing' expect "$(as_conda post-link.sh 2>&1)" ''
caches() { cd "$prefix/share/expomotif-$version-0/lib/cache" && expect "$(ls -A | sed -E 's/-.*\.aot$//' | paste -sd' ')" 'plain vector' && [ -s "$(echo plain-*)" ] && [ -s "$(echo vector-*)" ]; }
check 'recipe: post-link.sh makes both start-up caches' caches
# in_environment COMMAND...: as a user who has activated it.
in_environment() { env -i PATH="$prefix/bin:/usr/bin:/bin" HOME="$work/home" "$@"; }
check 'recipe: --version' expect "$(in_environment expomotif --version 2>&1)" "expomotif $version"
check 'recipe: its tests are there' test "$(wc -l <commands.txt)" -ge 4
mkdir home tested
while IFS= read -r command; do
    # shellcheck disable=SC2016 # the shell that is started expands it
    check "recipe: $command" in_environment "$bash" -c 'cd tested && set -o pipefail && eval "$1"' bash "$command"
done <commands.txt
# As a user who cannot write there and has no home folder.
ordinary() {
    if [ "$(id -u)" = 0 ]; then
        setpriv --reuid 65534 --regid 65534 --clear-groups "$@"
    else
        "$@"
    fi
}
shared() {
    local said
    chmod -R a-w,a+rX "$prefix" || return 1
    said=$(ordinary env -i PATH="$prefix/bin:/usr/bin:/bin" HOME=/nonexistent EXPOMOTIF_JAVA_OPTS=-Xlog:class+load:stderr expomotif "$@" 2>&1)
    grep -q 'picocli.CommandLine source: shared objects file' <<<"$said"
}
check 'recipe: users who cannot write there use the start-up caches' shared motifs --help
check 'recipe: users who cannot write there use the caches with vectors' shared scan
if [ "$(id -u)" = 0 ]; then
    chown -R 65533:65533 "$prefix"
    check 'recipe: start-up caches that belong to the owner of the program are used' shared motifs --help
    chown -R 0:0 "$prefix/share/expomotif-$version-0/lib"/*.jar
    belongs_to_another() { ! shared motifs --help; }
    check 'recipe: those that belong to somebody else are not' belongs_to_another
    chown -R 0:0 "$prefix"
fi
if type -P busybox >/dev/null; then
    mkdir -m 755 busybox && busybox --install -s busybox
    in_busybox() {
        local said
        said=$(ordinary env -i PATH="$work/busybox:$prefix/bin" HOME=/nonexistent EXPOMOTIF_JAVA_OPTS=-Xlog:class+load:stderr "$bash" "$prefix/bin/expomotif" motifs --help 2>&1)
        grep -q 'picocli.CommandLine source: shared objects file' <<<"$said"
    }
    check 'recipe: start-up caches are used with the tools of busybox, as in BioContainers' in_busybox
fi
# Devices, as of a chroot made by hand: nothing but what programs cannot do without.
without_descriptors() {
    mkdir -p dev "$work/home" && unshare -m "$bash" -c '
        mount -t tmpfs none "$1" && mknod -m 666 "$1/null" c 1 3 && mknod -m 666 "$1/random" c 1 8 && mknod -m 666 "$1/urandom" c 1 9 \
            && mount --move "$1" /dev && ! [ -e /dev/fd ] && PATH=$2/bin:/usr/bin:/bin && [ "$(expomotif --version)" = "expomotif $3" ] \
            && expomotif scan 2>&1 | grep -q "Missing required option"' bash "$work/dev" "$prefix" "$version"
}
if [ "$(id -u)" = 0 ] && unshare -m true 2>/dev/null; then
    check 'recipe: standard output and error without /dev/fd' without_descriptors
fi
chmod -R u+w "$prefix"
removed() { as_conda pre-unlink.sh && cmp packaged.txt <(cd "$prefix" && find . | sort); }
check 'recipe: pre-unlink.sh leaves what conda knows of' removed

summary
