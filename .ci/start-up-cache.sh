# Sourced by .ci/end-to-end: the start-up cache of the installation, made by the real Java, damaged, killed and shared.
# shellcheck shell=bash disable=SC2154 # installed, expomotif and work are those of end-to-end
caches=$work/caches
mkdir -m 755 "$caches"
# cached COMMAND...: with a cache in that folder.
cached() { EXPOMOTIF_CACHE=$caches "$expomotif" "$@"; }
# The cache is the only thing in its folder.
only_the_cache() { expect_files "$caches" "plain-*.aot"; }
expect_files() {
    local found
    found=$(ls -A "$1")
    # shellcheck disable=SC2254 # a pattern
    case $found in
        $2) ;;
        *) echo "expected $2, found: $found" && return 1 ;;
    esac
}
# An undamaged cache is used: the parser of the command line comes out of it.
in_use() {
    EXPOMOTIF_JAVA_OPTS="-Xlog:class+load:file=$work/loaded.txt" cached motifs --help >/dev/null
    grep -q 'picocli.CommandLine source: shared objects file' "$work/loaded.txt"
}
tiny=$source_tree/test-data/jaspar2016_62.meme

ten_at_once() {
    local pids=() pid
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        cached --version >/dev/null &
        pids+=($!)
    done
    for pid in "${pids[@]}"; do
        wait "$pid" || return 1
    done
    only_the_cache
}
check 'start-up cache: ten first starts at once' ten_at_once
check 'start-up cache: in use' in_use
cache=$(echo "$caches"/*.aot)

# damage NUMBER: flips bits, cuts, fills with zeros or with anything, at places that depend on the number.
damage() {
    local size place
    size=$(wc -c <"$cache")
    RANDOM=$1
    place=$(((RANDOM << 15 | RANDOM) % size))
    case $(($1 % 4)) in
        0) for _ in {1..40}; do printf '\x5a' | dd of="$cache" bs=1 conv=notrunc status=none seek=$(((RANDOM << 15 | RANDOM) % size)); done ;;
        1) dd if=/dev/null of="$cache" bs=1 seek="$place" status=none ;;
        2) dd if=/dev/zero of="$cache" bs=1 seek="$place" count=65536 conv=notrunc status=none ;;
        3) dd if=/dev/urandom of="$cache" bs=4096 seek=$((place / 4096)) count=512 conv=notrunc status=none ;;
    esac
}
# The lock keeps these starts from making a cache anew, which takes seconds.
damaged() {
    local number code
    cp -p "$cache" "$work/whole.aot" && "$expomotif" motifs "$tiny" >"$work/right.txt" && ln -s "$HOSTNAME.$$" "$caches/.expomotif-making" || return 1
    for number in {0..23}; do
        cp -p "$work/whole.aot" "$cache" && damage "$number"
        (cd "$work" && cached motifs "$tiny" | cmp - "$work/right.txt") || { echo "damage $number" && return 1; }
        cached motifs /nonexistent >/dev/null 2>&1
        code=$?
        [ "$code" -eq 1 ] || { echo "damage $number: exit code $code" && return 1; }
    done
    rm "$caches/.expomotif-making"
    [ -z "$(find "$work" -maxdepth 1 -name 'hs_err*')" ] && cached --version && only_the_cache && in_use
}
check 'start-up cache: damaged in 24 ways, never used; then made anew' damaged
# Damage that leaves the date, as of a disk: Java may crash on it, once.
crashed_once() {
    local date=$work/date
    touch -r "$cache" "$date" && RANDOM=5 && damage 3 && dd if=/dev/zero of="$cache" bs=4096 seek=1 count=6000 conv=notrunc status=none && touch -r "$date" "$cache"
    (cd "$work" && ulimit -c 0 && cached --version) >/dev/null 2>&1
    rm -f "$work"/hs_err*
    cached --version && only_the_cache && in_use
}
check 'start-up cache: gone after a crash of Java' crashed_once

# killed WHOM SIGNAL CODE: WHOM (start or rehearsal) gets the signal in the middle of the rehearsal.
killed() {
    local start pid code
    rm -rf "${caches:?}"/*
    EXPOMOTIF_CACHE=$caches "$expomotif" --version >"$work/stdout.txt" &
    start=$!
    while [ -z "$(ls "$caches"/*.aot.*/recorded 2>/dev/null)" ]; do
        kill -0 "$start" || return 1
        sleep 0.05
    done
    if [ "$1" = start ]; then
        kill -"$2" "$start"
    else
        for pid in $(pgrep -f -- "-XX:AOTConfiguration=$caches/"); do kill -"$2" "$pid"; done
    fi
    wait "$start"
    code=$?
    [ "$code" -eq "$3" ] || { echo "exit code $code" && return 1; }
    # Not a start that was killed: the rehearsal it had begun may go on for a while, in a folder that the next removes.
    [ "$1$2" = startKILL ] || expect_files "$caches" '' || return 1
    ! [ "$1" = rehearsal ] || grep -q '^expomotif' "$work/stdout.txt" || return 1
    cached --version && only_the_cache
}
check 'start-up cache: SIGTERM while it is made leaves nothing' killed start TERM 143
check 'start-up cache: SIGKILL while it is made, the next start cleans' killed start KILL 137
check 'start-up cache: a rehearsal that is killed leaves nothing' killed rehearsal KILL 0

# belongs OWNER MODE: the cache and its folder have that owner and mode; it is not used, and nothing else is made there.
belongs() {
    chown -R "$1" "$caches" && chmod "$2" "$caches" && cp -p "$cache" "$work/before.aot" || return 1
    ! in_use && cmp "$cache" "$work/before.aot" && only_the_cache
}
if [ "$(id -u)" = 0 ]; then
    check 'start-up cache: of another user, not used' belongs 65533 755
    chown -R 0 "$caches"
    as_ordinary() { ordinary env HOME=/nonexistent EXPOMOTIF_CACHE="$caches" EXPOMOTIF_JAVA_OPTS="-Xlog:class+load:stderr" "$expomotif" motifs --help 2>&1 | grep -q 'picocli.CommandLine source: shared objects file'; }
    chmod 755 "$caches" && check 'start-up cache: of root, used' as_ordinary
fi
check 'start-up cache: in a folder that others can write, not used' belongs "$(id -u)" 777
chmod 755 "$caches"
rm -rf "$caches"
