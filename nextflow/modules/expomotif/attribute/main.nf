process EXPOMOTIF_ATTRIBUTE {
    tag "${meta.id}"
    label 'process_medium'

    conda "${moduleDir}/environment.yml"
    container "${workflow.containerEngine in ['singularity', 'apptainer'] && !task.ext.singularity_pull_docker_container
        ? 'https://depot.galaxyproject.org/singularity/expomotif:0.1.0--hdfd78af_0'
        : 'quay.io/biocontainers/expomotif:0.1.0--hdfd78af_0'}"

    input:
    tuple val(meta), path(model), path(sequences), path(regions), path(labels), path(sites), path(truth)
    tuple val(meta2), path(genome)
    val shard
    val suffix

    output:
    tuple val(meta), path("${prefix}.scores*.${suffix}"), emit: scores
    tuple val(meta), path("${prefix}.scores*.evaluation.tsv"), emit: evaluation, optional: true
    tuple val(meta), path("*.summary.tsv"), emit: summary, optional: true
    tuple val(meta), path("*.onehot.npz"), emit: onehot, optional: true
    tuple val(meta), path("*.svg"), emit: logo, optional: true
    tuple val(meta), path("*.dropped.tsv"), emit: dropped, optional: true
    tuple val("${task.process}"), val('expomotif'), eval("expomotif --version | sed 's/expomotif //'"), topic: versions, emit: versions_expomotif

    when:
    task.ext.when == null || task.ext.when

    script:
    def args = task.ext.args ?: ''
    prefix = (task.ext.prefix ?: "${meta.id}") + (shard ? ".${shard.replace('/', 'of')}" : '')
    def chosen = regions ? "--regions ${regions} --genome ${genome}" : "--sequences ${sequences}"
    def labelled = labels ? "--labels ${labels}" : ''
    def recovery = sites ? "--sites ${sites}" + (truth ? " --truth-motifs ${truth}" : '') : ''
    def share = shard ? "--shard ${shard}" : ''
    // Java takes four fifths of the memory of the task; a task that runs out of it ends with 3.
    def heap = task.memory ? "-Xmx${(task.memory.toMega() * 0.8) as int}m" : ''
    """
    export EXPOMOTIF_JAVA_OPTS="${heap} \${EXPOMOTIF_JAVA_OPTS:-}"
    expomotif attribute \\
        --model ${model} \\
        ${chosen} \\
        ${labelled} \\
        ${recovery} \\
        ${share} \\
        --out ${prefix}.scores.${suffix} \\
        ${args} \\
        --threads ${task.cpus} \\
        --quiet
    """

    stub:
    prefix = (task.ext.prefix ?: "${meta.id}") + (shard ? ".${shard.replace('/', 'of')}" : '')
    def recovery = sites ? "touch ${prefix}.scores.evaluation.tsv" : ''
    """
    touch ${prefix}.scores.${suffix}
    ${recovery}
    """
}
