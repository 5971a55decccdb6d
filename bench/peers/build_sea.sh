#!/usr/bin/env bash
# Builds the program `sea` of the MEME Suite 5.4.1, the peer of bench/enrich_speed.py:
#
#   bench/peers/build_sea.sh FOLDER      makes FOLDER/sea
#
# The C sources are those in the source distribution of pymemesuite 0.1.0a4 (PyPI). They are compiled with -O3, as the suite's own
# configure does. The distribution lacks two headers that configure would write (paths and the revision), and has two functions
# commented out (`die` and `myassert`, which print a message and exit); these are added here. Needs pip, gcc and libxml2-dev,
# libxslt1-dev, zlib1g-dev.
set -euo pipefail
[ $# -eq 1 ] || { echo 'Usage: bench/peers/build_sea.sh FOLDER' >&2; exit 2; }
mkdir -p "$1"
folder=$(cd "$1" && pwd)
cd "$folder"
python3 -m pip download --quiet --no-deps --no-binary :all: -d . pymemesuite==0.1.0a4
rm -rf pymemesuite-0.1.0a4 objects
tar -xzf pymemesuite-0.1.0a4.tar.gz
mkdir objects
cd pymemesuite-0.1.0a4/vendor/meme
./configure >../../../configure.log 2>&1 || true # its last step wants files that the distribution lacks
./config.status config.h >>../../../configure.log
cd src

cat >projrel.h <<'END'
#define ARCHIVE_DATE "2021"
#define ARCHIVE_REVISION "5.4.1"
#define REVISION "5.4.1"
#define SITE_URL "https://meme-suite.org/meme"
#define SOURCE_URL "https://meme-suite.org/meme"
#define BASE_URL "https://meme-suite.org/meme"
END
{
    for name in ETC_DIR DATA_DIR BIN_DIR LIBEXEC_DIR MEME_BIN_DIR MEME_LIBEXEC_DIR PREFIX TMPDIR TEMP_DIR; do
        echo "#define $name \"/tmp\""
    done
    echo '#define URL "https://meme-suite.org"'
} >dir.h
cat >ending.c <<'END'
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

void die(char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    exit(1);
}

void myassert(bool die_on_error, bool test, char *const format, ...) {
    va_list arguments;
    if (test) return;
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    if (die_on_error) exit(1);
}
END

# The sources of the suite's library, as its Makefile.am lists them, and those of sea.
sources=$(awk '/^libcommon_la_SOURCES/,/[^\\]$/' Makefile.am | tr -d '\\' | tr ' \t' '\n\n' | grep '\.c$' | sort -u)
for source in $sources sea.c fisher_exact.c ending.c; do
    [ -f "$source" ] && printf '%s\n' "$source"
done | xargs -P "$(nproc)" -I '{}' gcc -std=gnu89 -O3 -w -DSTREEHUGE -DHAVE_CONFIG_H -DUNIX -D__USE_FIXED_PROTOTYPES__ -I. -I.. \
    -I/usr/include/libxml2 -c '{}' -o "$folder/objects/{}.o"
gcc -O3 "$folder"/objects/*.o -o "$folder/sea" -lxml2 -lxslt -lm -lz -lpthread
echo "$folder/sea"
