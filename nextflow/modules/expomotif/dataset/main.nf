process EXPOMOTIF_DATASET {
    tag "${meta.id}"
    label 'process_low'

    conda "${moduleDir}/environment.yml"
    container "${workflow.containerEngine in ['singularity', 'apptainer'] && !task.ext.singularity_pull_docker_container
        ? 'https://depot.galaxyproject.org/singularity/expomotif:0.1.0--hdfd78af_0'
        : 'quay.io/biocontainers/expomotif:0.1.0--hdfd78af_0'}"

    input:
    tuple val(meta), path(peaks), path(hdf5), path(blacklist, stageAs: 'blacklist/*'), path(negatives, stageAs: 'negatives?/*')
    tuple val(meta2), path(genome)

    output:
    tuple val(meta), path("${prefix}/sequences.fa"), emit: sequences
    tuple val(meta), path("${prefix}/labels*.tsv"), emit: labels
    tuple val(meta), path("${prefix}/regions.bed"), emit: regions, optional: true
    tuple val(meta), path("${prefix}/dropped.tsv"), emit: dropped, optional: true
    tuple val(meta), path("${prefix}/composition.tsv"), emit: composition, optional: true
    tuple val(meta), path("${prefix}/leaks.tsv"), emit: leaks, optional: true
    tuple val(meta), path("${prefix}/dataset.html"), emit: page, optional: true
    tuple val(meta), path("${prefix}/dataset.json"), emit: run
    tuple val("${task.process}"), val('expomotif'), eval("expomotif --version | sed 's/expomotif //'"), topic: versions, emit: versions_expomotif

    when:
    task.ext.when == null || task.ext.when

    script:
    def args = task.ext.args ?: ''
    prefix = task.ext.prefix ?: "${meta.id}"
    def source = hdf5 ? "--h5 ${hdf5}" : "--positives ${peaks} --genome ${genome}"
    def excluded = blacklist ? "--blacklist ${blacklist}" : ''
    def compared = negatives ? "--negatives ${negatives}" : ''
    // Java takes four fifths of the memory of the task; a task that runs out of it ends with 3.
    def heap = task.memory ? "-Xmx${(task.memory.toMega() * 0.8) as int}m" : ''
    """
    export EXPOMOTIF_JAVA_OPTS="${heap} \${EXPOMOTIF_JAVA_OPTS:-}"
    expomotif dataset \\
        ${source} \\
        ${excluded} \\
        ${compared} \\
        --out-dir ${prefix} \\
        ${args} \\
        --threads ${task.cpus} \\
        --quiet
    """

    stub:
    prefix = task.ext.prefix ?: "${meta.id}"
    """
    mkdir ${prefix}
    touch ${prefix}/sequences.fa
    touch ${prefix}/labels.tsv
    touch ${prefix}/regions.bed
    touch ${prefix}/dropped.tsv
    touch ${prefix}/composition.tsv
    touch ${prefix}/leaks.tsv
    touch ${prefix}/dataset.html
    touch ${prefix}/dataset.json
    """
}
