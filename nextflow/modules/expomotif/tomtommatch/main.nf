process EXPOMOTIF_TOMTOMMATCH {
    tag "${meta.id}"
    label 'process_medium'

    conda "${moduleDir}/environment.yml"
    container "${workflow.containerEngine in ['singularity', 'apptainer'] && !task.ext.singularity_pull_docker_container
        ? 'https://depot.galaxyproject.org/singularity/expomotif:0.1.0--hdfd78af_0'
        : 'quay.io/biocontainers/expomotif:0.1.0--hdfd78af_0'}"

    input:
    tuple val(meta), path(query), path(truth, stageAs: 'truth/*')
    tuple val(meta2), path(targets, stageAs: 'targets?/*')

    output:
    tuple val(meta), path("${prefix}.matches.tsv"), emit: matches
    tuple val(meta), path("${prefix}.logos.html"), emit: page
    tuple val(meta), path("${prefix}.planted.tsv"), emit: planted, optional: true
    tuple val(meta), path("*.verdict.tsv"), emit: verdict, optional: true
    tuple val("${task.process}"), val('expomotif'), eval("expomotif --version | sed 's/expomotif //'"), topic: versions, emit: versions_expomotif

    when:
    task.ext.when == null || task.ext.when

    script:
    def args = task.ext.args ?: ''
    prefix = task.ext.prefix ?: "${meta.id}"
    def databases = (targets instanceof List ? targets : [targets]).collect { target -> "--target ${target}" }.join(' ')
    def planted = truth ? "--truth ${truth} --summary ${prefix}.planted.tsv" : ''
    // Java takes four fifths of the memory of the task; a task that runs out of it ends with 3.
    def heap = task.memory ? "-Xmx${(task.memory.toMega() * 0.8) as int}m" : ''
    """
    export EXPOMOTIF_JAVA_OPTS="${heap} \${EXPOMOTIF_JAVA_OPTS:-}"
    expomotif tomtom-match \\
        --query ${query} \\
        ${databases} \\
        ${planted} \\
        --html ${prefix}.logos.html \\
        --output ${prefix}.matches.tsv \\
        ${args} \\
        --threads ${task.cpus} \\
        --quiet
    """

    stub:
    prefix = task.ext.prefix ?: "${meta.id}"
    def planted = truth ? "touch ${prefix}.planted.tsv" : ''
    """
    touch ${prefix}.matches.tsv
    touch ${prefix}.logos.html
    ${planted}
    """
}
