#!/bin/bash
# Installs the unpacked release archive ($SRC_DIR) as bioconda wants it: the program in share/, a link for the command in bin/.
set -euo pipefail
share=$PREFIX/share/expomotif-$PKG_VERSION-$PKG_BUILDNUM
mkdir -p "$share" "$PREFIX/bin"
cp -R "$SRC_DIR/bin" "$SRC_DIR/lib" "$SRC_DIR/LICENSE" "$SRC_DIR/THIRD-PARTY.md" "$share/"
cp -R "$SRC_DIR/share/." "$PREFIX/share/"   # manual pages and completions
# A start-up cache fits only the Java that made it: each installation makes its own, on the first start that may write there.
rm -rf "$share/lib/cache"
ln -s "../share/expomotif-$PKG_VERSION-$PKG_BUILDNUM/bin/expomotif" "$PREFIX/bin/expomotif"
