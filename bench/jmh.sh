#!/usr/bin/env bash
# Runs the kernel benchmarks (src/jmh, JMH): each fast kernel of networks and of scan beside its plain counterpart.
#
#   bench/jmh.sh                       all, about ten minutes
#   bench/jmh.sh Convolution           those whose name holds a word; every option of JMH works
#   bench/jmh.sh --build               compiles only; leaves the class path in target/jmh.classpath
#
# Profile jmh brings the libraries; the normal build knows nothing of it. Needs Maven and a JDK 25 in EXPOMOTIF_JAVA_HOME,
# JAVA_HOME or /usr/lib/jvm; more options for Maven, such as -o, in MAVEN_OPTIONS.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
for jdk in "${EXPOMOTIF_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/*; do
    [ -x "$jdk/bin/javac" ] && grep -qE '^JAVA_VERSION="(2[5-9]|[3-9][0-9])' "$jdk/release" 2>/dev/null && break
    jdk=''
done
[ -n "$jdk" ] || { echo 'bench/jmh.sh: no JDK 25 or newer: name its folder in EXPOMOTIF_JAVA_HOME' >&2; exit 1; }

mkdir -p target
# shellcheck disable=SC2086 # several options in one variable
mvn -B -q -Pjmh ${MAVEN_OPTIONS:-} compile dependency:build-classpath -Dmdep.outputFile=target/jmh.libraries >target/jmh.log 2>&1 \
    || { cat target/jmh.log >&2; exit 1; }
libraries=$(cat target/jmh.libraries)
rm -rf target/jmh-classes
mkdir -p target/jmh-classes
find src/jmh -name '*.java' -print0 | xargs -0 "$jdk/bin/javac" -proc:full -nowarn --add-modules jdk.incubator.vector \
    -cp "target/classes:$libraries" -d target/jmh-classes 2>target/jmh.log || { cat target/jmh.log >&2; exit 1; }
printf '%s/target/jmh-classes:%s/target/classes:%s' "$PWD" "$PWD" "$libraries" >target/jmh.classpath
printf '%s/bin/java' "$jdk" >target/jmh.java
[ "${1:-}" != --build ] || exit 0
exec "$jdk/bin/java" --add-modules jdk.incubator.vector -cp "$(cat target/jmh.classpath)" org.openjdk.jmh.Main "$@"
