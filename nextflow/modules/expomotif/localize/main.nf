process EXPOMOTIF_LOCALIZE {
    tag "${meta.id}"
    label 'process_medium'

    conda "${moduleDir}/environment.yml"
    container "${workflow.containerEngine in ['singularity', 'apptainer'] && !task.ext.singularity_pull_docker_container
        ? 'https://depot.galaxyproject.org/singularity/expomotif:0.1.0--hdfd78af_0'
        : 'quay.io/biocontainers/expomotif:0.1.0--hdfd78af_0'}"

    input:
    tuple val(meta), path(model), path(motifs, stageAs: 'motifs/*'), path(hits, stageAs: 'hits/*'), path(sequences), path(labels), path(sites), path(truth)

    output:
    tuple val(meta), path("${prefix}.localization.tsv"), emit: localization
    tuple val("${task.process}"), val('expomotif'), eval("expomotif --version | sed 's/expomotif //'"), topic: versions, emit: versions_expomotif

    when:
    task.ext.when == null || task.ext.when

    script:
    def args = task.ext.args ?: ''
    prefix = task.ext.prefix ?: "${meta.id}"
    def searched = model ? "--model ${model}" : motifs ? "--motifs ${motifs}" : "--hits ${hits}"
    def labelled = labels ? "--labels ${labels}" : ''
    def planted = truth ? "--truth-motifs ${truth}" : ''
    // Java takes four fifths of the memory of the task; a task that runs out of it ends with 3.
    def heap = task.memory ? "-Xmx${(task.memory.toMega() * 0.8) as int}m" : ''
    """
    export EXPOMOTIF_JAVA_OPTS="${heap} \${EXPOMOTIF_JAVA_OPTS:-}"
    expomotif localize \\
        ${searched} \\
        --sequences ${sequences} \\
        ${labelled} \\
        --sites ${sites} \\
        ${planted} \\
        --output ${prefix}.localization.tsv \\
        ${args} \\
        --threads ${task.cpus} \\
        --quiet
    """

    stub:
    prefix = task.ext.prefix ?: "${meta.id}"
    """
    touch ${prefix}.localization.tsv
    """
}
