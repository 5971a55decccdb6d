#!/usr/bin/env bash
# Installs Nextflow from Maven Central, for machines that reach no other place it is offered at.
#
#   nextflow/tests/install-nextflow.sh FOLDER      writes FOLDER/bin/nextflow and FOLDER/lib/*.jar
#
# Needs Maven; to run it, Java 17 to 24 (this version of Nextflow cannot read the classes of Java 25).
set -euo pipefail
folder=${1:?folder}
version=25.04.4
mkdir -p "$folder/bin"
cat >"$folder/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId>
  <artifactId>nextflow</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencyManagement>
    <dependencies>
      <!-- 25.04.4 of this one is not on Maven Central. -->
      <dependency><groupId>io.nextflow</groupId><artifactId>nf-lang</artifactId><version>25.04.0</version></dependency>
    </dependencies>
  </dependencyManagement>
  <dependencies>
    <dependency>
      <groupId>io.nextflow</groupId><artifactId>nextflow</artifactId><version>$version</version>
      <!-- Not on Maven Central; what uses it (weblog, Kubernetes) is not used here. -->
      <exclusions><exclusion><groupId>io.seqera</groupId><artifactId>lib-trace</artifactId></exclusion></exclusions>
    </dependency>
  </dependencies>
</project>
POM
if ! [ -f "$folder/lib/nextflow-$version.jar" ]; then
    mvn -q -B -f "$folder/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies \
        -DoutputDirectory="$(cd "$folder" && pwd)/lib" -DincludeScope=runtime
fi
cat >"$folder/bin/nextflow" <<'LAUNCHER'
#!/usr/bin/env bash
folder=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
opens=()
for package in java.lang java.io java.nio java.net java.util java.util.concurrent.locks java.util.concurrent.atomic \
    java.util.regex java.nio.file.spi sun.nio.ch sun.nio.fs sun.net.www.protocol.{http,https,ftp,file} \
    jdk.internal.misc jdk.internal.vm; do
    opens+=(--add-opens="java.base/$package=ALL-UNNAMED")
done
export NXF_OFFLINE=${NXF_OFFLINE:-true} NXF_DISABLE_CHECK_LATEST=true NXF_ANSI_LOG=${NXF_ANSI_LOG:-false}
export NXF_HOME=${NXF_HOME:-$HOME/.nextflow} NXF_CLI="nextflow $*"
export NXF_PLUGINS_DIR=${NXF_PLUGINS_DIR:-$NXF_HOME/plugins}
java=java
[ -n "${NXF_JAVA_HOME:-}" ] && java=$NXF_JAVA_HOME/bin/java
# shellcheck disable=SC2086 # several options in one variable
exec "$java" "${opens[@]}" -XX:+TieredCompilation -XX:TieredStopAtLevel=1 ${NXF_OPTS:-} -cp "$folder/lib/*" \
    nextflow.cli.Launcher "$@"
LAUNCHER
chmod +x "$folder/bin/nextflow"
"$folder/bin/nextflow" -v
