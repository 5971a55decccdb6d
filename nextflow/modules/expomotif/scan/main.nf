process EXPOMOTIF_SCAN {
    tag "${meta.id}"
    label 'process_high'

    conda "${moduleDir}/environment.yml"
    container "${workflow.containerEngine in ['singularity', 'apptainer'] && !task.ext.singularity_pull_docker_container
        ? 'https://depot.galaxyproject.org/singularity/expomotif:0.1.0--hdfd78af_0'
        : 'quay.io/biocontainers/expomotif:0.1.0--hdfd78af_0'}"

    input:
    tuple val(meta), path(motifs), path(model), path(regions)
    tuple val(meta2), path(sequences), path(fai), path(gzi)
    val shard
    val suffix

    output:
    tuple val(meta), path("${prefix}.${suffix}"), emit: hits
    tuple val(meta), path("${prefix}.${suffix}.tbi"), emit: tbi, optional: true
    tuple val(meta), path("*.counts.*"), emit: counts, optional: true
    tuple val(meta), path("*.scores.{bw,bedgraph,bedgraph.gz}"), emit: scores, optional: true
    tuple val(meta), path("*.summits.html"), emit: summits, optional: true
    tuple val(meta), path("*.dropped.tsv"), emit: dropped, optional: true
    tuple val("${task.process}"), val('expomotif'), eval("expomotif --version | sed 's/expomotif //'"), topic: versions, emit: versions_expomotif

    when:
    task.ext.when == null || task.ext.when

    script:
    def args = task.ext.args ?: ''
    prefix = (task.ext.prefix ?: "${meta.id}") + (shard ? ".${shard.replace('/', 'of')}" : '')
    def matrices = motifs ? "--motifs ${motifs}" : "--model ${model}"
    def limits = regions ? "--regions ${regions}" : ''
    def share = shard ? "--shard ${shard}" : ''
    // Java takes four fifths of the memory of the task; a task that runs out of it ends with 3.
    def heap = task.memory ? "-Xmx${(task.memory.toMega() * 0.8) as int}m" : ''
    """
    export EXPOMOTIF_JAVA_OPTS="${heap} \${EXPOMOTIF_JAVA_OPTS:-}"
    expomotif scan \\
        ${matrices} \\
        --sequences ${sequences} \\
        ${limits} \\
        ${share} \\
        --output ${prefix}.${suffix} \\
        ${args} \\
        --threads ${task.cpus} \\
        --quiet
    """

    stub:
    prefix = (task.ext.prefix ?: "${meta.id}") + (shard ? ".${shard.replace('/', 'of')}" : '')
    def make = suffix.endsWith('.gz') ? 'echo "" | gzip >' : 'touch'
    """
    ${make} ${prefix}.${suffix}
    """
}
