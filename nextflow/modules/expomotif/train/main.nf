process EXPOMOTIF_TRAIN {
    tag "${meta.id}"
    label 'process_medium'
    label 'process_gpu'

    conda "${moduleDir}/environment.yml"
    container "${workflow.containerEngine in ['singularity', 'apptainer'] && !task.ext.singularity_pull_docker_container
        ? 'https://depot.galaxyproject.org/singularity/expomotif:0.1.0--hdfd78af_0'
        : 'quay.io/biocontainers/expomotif:0.1.0--hdfd78af_0'}"

    input:
    tuple val(meta), path(sequences), path(labels)
    path network

    output:
    tuple val(meta), path("${prefix}*.zip"), emit: model
    tuple val(meta), path("${prefix}.history.tsv"), emit: history
    tuple val("${task.process}"), val('expomotif'), eval("expomotif --version | sed 's/expomotif //'"), topic: versions, emit: versions_expomotif

    when:
    task.ext.when == null || task.ext.when

    script:
    def args = task.ext.args ?: ''
    prefix = task.ext.prefix ?: "${meta.id}"
    def described = network ? "--network ${network}" : ''
    // Java takes four fifths of the memory of the task; a task that runs out of it ends with 3.
    def heap = task.memory ? "-Xmx${(task.memory.toMega() * 0.8) as int}m" : ''
    """
    export EXPOMOTIF_JAVA_OPTS="${heap} \${EXPOMOTIF_JAVA_OPTS:-}"
    expomotif train \\
        --sequences ${sequences} \\
        --labels ${labels} \\
        ${described} \\
        --output ${prefix}.zip \\
        ${args} \\
        --threads ${task.cpus} \\
        --quiet
    """

    stub:
    prefix = task.ext.prefix ?: "${meta.id}"
    """
    touch ${prefix}.zip
    touch ${prefix}.history.tsv
    """
}
