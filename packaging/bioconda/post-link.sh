#!/bin/bash
# Makes the start-up caches with the Java of this environment: users who cannot write here, and containers that are made of it,
# would otherwise make them at every first start. Where that fails, expomotif works without.
unset JAVA_HOME EXPOMOTIF_JAVA_HOME EXPOMOTIF_JAVA_OPTS EXPOMOTIF_CACHE
export PATH=$PREFIX/bin:$PATH
{
    expomotif --version
    # Without arguments an error, which is said by the Java with vectors.
    expomotif scan
} >/dev/null 2>&1 </dev/null
exit 0
