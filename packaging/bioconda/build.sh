#!/bin/bash
# Installs the unpacked release archive ($SRC_DIR) as bioconda wants it: the program in share/, a link for the command in bin/.
set -euo pipefail
share=$PREFIX/share/$PKG_NAME-$PKG_VERSION-$PKG_BUILDNUM
mkdir -p "$share" "$PREFIX/bin"
cp -R "$SRC_DIR/bin" "$SRC_DIR/lib" "$SRC_DIR/LICENSE" "$SRC_DIR/THIRD-PARTY.md" "$share/"
cp -R "$SRC_DIR/share/." "$PREFIX/share/"   # manual pages and completions
# A start-up cache fits only the Java that made it: post-link.sh makes it in each installation.
rm -rf "$share/lib/cache"
ln -s "../share/$PKG_NAME-$PKG_VERSION-$PKG_BUILDNUM/bin/expomotif" "$PREFIX/bin/expomotif"
