# Sourced by .ci/end-to-end: the manual pages and completions of the archive, in the programs that read them, and the pages
# and pictures of the documentation against what the program prints today.
# shellcheck shell=bash disable=SC2154,SC2016 # installed, source_tree and work are those of end-to-end

pages=$installed/share/man/man1
roff() {
    local page said
    [ "$(find "$pages" -name '*.1' | wc -l)" -gt 10 ] || return 1
    for page in "$pages"/*.1; do
        said=$(groff -man -ww -Tutf8 "$page" 2>&1 >/dev/null) && [ -z "$said" ] || { echo "$page: $said" && return 1; }
    done
}
in_man() {
    local said
    said=$(MANPATH=$installed/share/man man expomotif-scan | col -b) && grep -qE '^ +--motifs FILE$' <<<"$said"
}

# expect WORDS COMMAND...: the lines of the command, joined.
expect_words() {
    local expected=$1 found
    shift
    found=$("$@" | paste -sd' ') && [ "$found" = "$expected" ] || { echo "expected $expected, found: $found" && return 1; }
}
# completed WORD...: what each shell offers for a line.
in_bash() {
    PATH=/none /bin/bash --noprofile --norc -c '. "$1"; complete -p expomotif >/dev/null; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _expomotif; printf "%s\n" "${COMPREPLY[@]}"' \
        bash "$installed/share/bash-completion/completions/expomotif" "$@"
}
in_fish() { PATH=$installed/bin:$PATH XDG_DATA_DIRS=$installed/share HOME=$work fish -c 'complete -C "$argv[1]"' "$*" | cut -f1; }
# A zsh with a terminal: the line is typed, then Tab, then a key that writes the line to a file.
in_zsh() {
    rm -f "$work/line"
    zsh -f -c '
        zmodload zsh/zpty
        zpty shell zsh -f -i
        zpty -w shell "fpath=(${(q)1} \$fpath); autoload -U compinit; compinit -u -D; show() { print -r -- \$BUFFER >${(q)2}; exit }; zle -N show; bindkey \"^T\" show"
        sleep 1
        zpty -w -n shell "$3"$'"'\\t\\x14'"'
        for ((i = 0; i < 100; i++)); do [[ -s $2 ]] && break; sleep 0.1; done
        zpty -d shell
    ' zsh "$installed/share/zsh/site-functions" "$work/line" "$*"
    cat "$work/line"
}

if [ -d "$installed/share" ]; then
    command -v groff >/dev/null && check 'manual pages: no warning of groff' roff
    command -v man >/dev/null && command -v col >/dev/null && check 'man expomotif-scan' in_man
    check 'bash completes a command' expect_words 'tomtom-match' in_bash expomotif tom
    check 'bash completes an option' expect_words '--score --scores' in_bash expomotif scan --sc
    check 'bash completes a value' expect_words 'tsv bed gff3' in_bash expomotif scan --format ''
    if command -v fish >/dev/null; then
        check 'fish completes a command' expect_words 'tomtom-match' in_fish 'expomotif tom'
        check 'fish completes an option' expect_words '--score --scores' in_fish 'expomotif scan --sc'
        check 'fish completes a value' expect_words 'bed gff3 tsv' in_fish 'expomotif scan --format '
    fi
    if command -v zsh >/dev/null; then
        check 'zsh completes a command' expect_words 'expomotif tomtom-match ' in_zsh 'expomotif tom'
        check 'zsh completes an option' expect_words 'expomotif scan --counts=' in_zsh 'expomotif scan --cou'
        check 'zsh completes a value' expect_words 'expomotif scan --format gff3 ' in_zsh 'expomotif scan --format g'
    fi
fi
check 'docs/commands: options and examples are those of today' "$source_tree/docs/commands/make.sh" --check --installed "$installed"

# The whole demo, a minute or two: what the README shows of it, and the pictures made from it.
whole_demo() { mkdir -p "$work/whole" && (cd "$work/whole" && "$expomotif" demo --out-dir demo >demo.log 2>&1); }
readme_lines() {
    local line missing=0 seen=0
    while IFS= read -r line; do
        seen=$((seen + 1))
        grep -qxF -- "$line" "$work/whole/demo.log" || { echo "README.md, but not the demo: $line" && missing=1; }
    done < <(awk '/^    \$ bin\/expomotif demo / { inside = 1; next } inside && /^$/ { exit } inside && !/^    (\$|\.\.\.)/ { print substr($0, 5) }' "$source_tree/README.md")
    [ "$seen" -ge 5 ] && [ "$missing" -eq 0 ]
}
check 'demo' whole_demo
check 'README: the output of the demo is that of today' readme_lines
check 'docs/images: the pictures are those of today' "$source_tree/docs/images/make.sh" --check --installed "$installed" "$work/whole/demo"
