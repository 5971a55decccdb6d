process EXPOMOTIF_FILTERS {
    tag "${meta.id}"
    label 'process_medium'

    conda "${moduleDir}/environment.yml"
    container "${workflow.containerEngine in ['singularity', 'apptainer'] && !task.ext.singularity_pull_docker_container
        ? 'https://depot.galaxyproject.org/singularity/expomotif:0.1.0--hdfd78af_0'
        : 'quay.io/biocontainers/expomotif:0.1.0--hdfd78af_0'}"

    input:
    tuple val(meta), path(model), path(sequences), path(labels), path(trial_models, stageAs: 'trials/*')
    tuple val(meta2), path(matches), path(targets)

    output:
    tuple val(meta), path("${prefix}.filters.meme"), emit: motifs
    tuple val(meta), path("${prefix}.filters.tsv"), emit: table
    tuple val(meta), path("${prefix}.filters.html"), emit: page
    tuple val(meta), path("*.verdict.tsv"), emit: verdict, optional: true
    tuple val("${task.process}"), val('expomotif'), eval("expomotif --version | sed 's/expomotif //'"), topic: versions, emit: versions_expomotif

    when:
    task.ext.when == null || task.ext.when

    script:
    def args = task.ext.args ?: ''
    prefix = task.ext.prefix ?: "${meta.id}"
    def labelled = labels ? "--labels ${labels}" : ''
    def known = matches ? "--matches ${matches}" : ''
    def database = targets && (matches || trial_models) ? "--targets ${targets}" : ''
    def trials = trial_models ? "--verdict ${prefix}.verdict.tsv --trial-models ${trial_models}" : ''
    // Java takes four fifths of the memory of the task; a task that runs out of it ends with 3.
    def heap = task.memory ? "-Xmx${(task.memory.toMega() * 0.8) as int}m" : ''
    """
    export EXPOMOTIF_JAVA_OPTS="${heap} \${EXPOMOTIF_JAVA_OPTS:-}"
    expomotif filters \\
        --model ${model} \\
        --sequences ${sequences} \\
        ${labelled} \\
        ${known} \\
        ${database} \\
        ${trials} \\
        --table ${prefix}.filters.tsv \\
        --logos ${prefix}.filters.html \\
        --output ${prefix}.filters.meme \\
        ${args} \\
        --threads ${task.cpus} \\
        --quiet
    """

    stub:
    prefix = task.ext.prefix ?: "${meta.id}"
    def verdict = trial_models ? "touch ${prefix}.verdict.tsv" : ''
    """
    touch ${prefix}.filters.meme
    touch ${prefix}.filters.tsv
    touch ${prefix}.filters.html
    ${verdict}
    """
}
