# Sourced by the tests of the pipeline: checks with a name, counted.
# shellcheck shell=bash
passed=0
failed=0

# check NAME COMMAND...: passes when the command ends with 0.
check() {
    local name=$1 from=$SECONDS output
    shift
    if output=$("$@" 2>&1); then
        passed=$((passed + 1))
        printf 'ok    %-58s %4d s\n' "$name" $((SECONDS - from))
    else
        failed=$((failed + 1))
        printf 'FAIL  %s\n' "$name"
        printf '%s\n' "$output" | grep -v 'Unrecognized config option' | tail -n 30 | sed 's/^/      /'
    fi
}

# expect FOUND EXPECTED
expect() { [ "$1" = "$2" ] || { printf 'expected: %s\nfound:    %s\n' "$2" "$1" && return 1; }; }

summary() {
    echo
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}
