process EXPOMOTIF_SYNTH {
    tag "${meta.id}"
    label 'process_low'

    conda "${moduleDir}/environment.yml"
    container "${workflow.containerEngine in ['singularity', 'apptainer'] && !task.ext.singularity_pull_docker_container
        ? 'https://depot.galaxyproject.org/singularity/expomotif:0.1.0--hdfd78af_0'
        : 'quay.io/biocontainers/expomotif:0.1.0--hdfd78af_0'}"

    input:
    tuple val(meta), val(task_name)
    path motifs

    output:
    tuple val(meta), path("${prefix}/sequences.fa"), emit: sequences
    tuple val(meta), path("${prefix}/labels.tsv"), emit: labels
    tuple val(meta), path("${prefix}/sites.bed"), emit: sites
    tuple val(meta), path("${prefix}/motifs.meme"), emit: motifs
    tuple val(meta), path("${prefix}/run.json"), emit: run
    tuple val("${task.process}"), val('expomotif'), eval("expomotif --version | sed 's/expomotif //'"), topic: versions, emit: versions_expomotif

    when:
    task.ext.when == null || task.ext.when

    script:
    def args = task.ext.args ?: ''
    prefix = task.ext.prefix ?: "${meta.id}"
    def planted = motifs ? "--motifs ${motifs}" : ''
    // Java takes four fifths of the memory of the task; a task that runs out of it ends with 3.
    def heap = task.memory ? "-Xmx${(task.memory.toMega() * 0.8) as int}m" : ''
    """
    export EXPOMOTIF_JAVA_OPTS="${heap} \${EXPOMOTIF_JAVA_OPTS:-}"
    expomotif synth \\
        ${task_name} \\
        ${planted} \\
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
    touch ${prefix}/sites.bed
    touch ${prefix}/motifs.meme
    touch ${prefix}/run.json
    """
}
