#!/bin/bash
# Removes what post-link.sh has made, which conda does not know of.
rm -rf "$PREFIX/share/$PKG_NAME-$PKG_VERSION-$PKG_BUILDNUM/lib/cache"
exit 0
