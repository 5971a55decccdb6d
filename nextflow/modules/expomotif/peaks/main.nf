process EXPOMOTIF_PEAKS {
    tag "${meta.id}"
    label 'process_high'

    conda "${moduleDir}/environment.yml"
    container "${workflow.containerEngine in ['singularity', 'apptainer'] && !task.ext.singularity_pull_docker_container
        ? 'https://depot.galaxyproject.org/singularity/expomotif:0.1.0--hdfd78af_0'
        : 'quay.io/biocontainers/expomotif:0.1.0--hdfd78af_0'}"

    input:
    tuple val(meta), path(peaks), path(blacklist, stageAs: 'blacklist/*'), path(negatives, stageAs: 'negatives?/*')
    tuple val(meta2), path(genome)
    tuple val(meta3), path(motifs)

    output:
    tuple val(meta), path("${prefix}"), emit: results
    tuple val(meta), path("${prefix}/report.html"), emit: report
    tuple val(meta), path("${prefix}/enriched.tsv"), emit: enriched
    tuple val(meta), path("${prefix}/sites.bed"), emit: sites, optional: true
    tuple val(meta), path("${prefix}/filters.meme"), emit: filters
    tuple val(meta), path("${prefix}/run.json"), emit: run
    tuple val("${task.process}"), val('expomotif'), eval("expomotif --version | sed 's/expomotif //'"), topic: versions, emit: versions_expomotif

    when:
    task.ext.when == null || task.ext.when

    script:
    def args = task.ext.args ?: ''
    prefix = task.ext.prefix ?: "${meta.id}"
    def excluded = blacklist ? "--blacklist ${blacklist}" : ''
    def compared = negatives ? "--negatives ${negatives}" : ''
    // Java takes four fifths of the memory of the task; a task that runs out of it ends with 3.
    def heap = task.memory ? "-Xmx${(task.memory.toMega() * 0.8) as int}m" : ''
    """
    export EXPOMOTIF_JAVA_OPTS="${heap} \${EXPOMOTIF_JAVA_OPTS:-}"
    expomotif peaks \\
        --peaks ${peaks} \\
        --genome ${genome} \\
        --motifs ${motifs} \\
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
    touch ${prefix}/report.html
    touch ${prefix}/enriched.tsv
    touch ${prefix}/sites.bed
    touch ${prefix}/filters.meme
    touch ${prefix}/run.json
    """
}
