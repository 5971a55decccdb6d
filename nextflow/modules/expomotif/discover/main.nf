process EXPOMOTIF_DISCOVER {
    tag "${meta.id}"
    label 'process_medium'

    conda "${moduleDir}/environment.yml"
    container "${workflow.containerEngine in ['singularity', 'apptainer'] && !task.ext.singularity_pull_docker_container
        ? 'https://depot.galaxyproject.org/singularity/expomotif:0.1.0--hdfd78af_0'
        : 'quay.io/biocontainers/expomotif:0.1.0--hdfd78af_0'}"

    input:
    tuple val(meta), path(scores), path(one_hot), path(null_scores), path(null_one_hot), path(model)
    tuple val(meta2), path(motifs)

    output:
    tuple val(meta), path("${prefix}/motifs.meme"), emit: motifs
    tuple val(meta), path("${prefix}/motifs.tsv"), emit: table
    tuple val(meta), path("${prefix}/matrices.tsv"), emit: matrices
    tuple val(meta), path("${prefix}/seqlets.bed"), emit: seqlets
    tuple val(meta), path("${prefix}/motifs.h5"), emit: modisco
    tuple val(meta), path("${prefix}/motifs.html"), emit: page
    tuple val("${task.process}"), val('expomotif'), eval("expomotif --version | sed 's/expomotif //'"), topic: versions, emit: versions_expomotif

    when:
    task.ext.when == null || task.ext.when

    script:
    def args = task.ext.args ?: ''
    prefix = task.ext.prefix ?: "${meta.id}"
    def letters = one_hot ? "--one-hot ${one_hot}" : ''
    def chance = null_scores ? "--null ${null_scores}" + (null_one_hot ? " --null-one-hot ${null_one_hot}" : '') : ''
    def explained = model ? "--model ${model}" : ''
    def known = motifs ? "--motifs ${motifs}" : ''
    // Java takes four fifths of the memory of the task; a task that runs out of it ends with 3.
    def heap = task.memory ? "-Xmx${(task.memory.toMega() * 0.8) as int}m" : ''
    """
    export EXPOMOTIF_JAVA_OPTS="${heap} \${EXPOMOTIF_JAVA_OPTS:-}"
    expomotif discover \\
        --scores ${scores} \\
        ${letters} \\
        ${chance} \\
        ${explained} \\
        ${known} \\
        --out-dir ${prefix} \\
        ${args} \\
        --threads ${task.cpus} \\
        --quiet
    """

    stub:
    prefix = task.ext.prefix ?: "${meta.id}"
    """
    mkdir -p ${prefix}
    touch ${prefix}/motifs.meme
    touch ${prefix}/motifs.tsv
    touch ${prefix}/matrices.tsv
    touch ${prefix}/seqlets.bed
    touch ${prefix}/motifs.h5
    touch ${prefix}/motifs.html
    """
}
