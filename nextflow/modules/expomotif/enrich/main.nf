process EXPOMOTIF_ENRICH {
    tag "${meta.id}"
    label 'process_medium'

    conda "${moduleDir}/environment.yml"
    container "${workflow.containerEngine in ['singularity', 'apptainer'] && !task.ext.singularity_pull_docker_container
        ? 'https://depot.galaxyproject.org/singularity/expomotif:0.1.0--hdfd78af_0'
        : 'quay.io/biocontainers/expomotif:0.1.0--hdfd78af_0'}"

    input:
    tuple val(meta), path(sequences), path(peaks), path(labels), path(controls)
    tuple val(meta2), path(motifs), path(model)
    tuple val(meta3), path(genome)

    output:
    tuple val(meta), path("${prefix}.enriched.tsv"), emit: enriched
    tuple val(meta), path("${prefix}.enriched.meme"), emit: motifs
    tuple val(meta), path("${prefix}.enriched.sites.bed.gz"), emit: sites
    tuple val(meta), path("${prefix}.enriched.html"), emit: page
    tuple val(meta), path("*.central.tsv"), emit: central, optional: true
    tuple val("${task.process}"), val('expomotif'), eval("expomotif --version | sed 's/expomotif //'"), topic: versions, emit: versions_expomotif

    when:
    task.ext.when == null || task.ext.when

    script:
    def args = task.ext.args ?: ''
    prefix = task.ext.prefix ?: "${meta.id}"
    def matrices = motifs ? "--motifs ${motifs}" : "--model ${model}"
    def tested = peaks ? "--peaks ${peaks} --genome ${genome}" : "--sequences ${sequences}"
    def labelled = labels ? "--labels ${labels}" : ''
    def compared = controls ? "--controls ${controls}" : ''
    // Java takes four fifths of the memory of the task; a task that runs out of it ends with 3.
    def heap = task.memory ? "-Xmx${(task.memory.toMega() * 0.8) as int}m" : ''
    """
    export EXPOMOTIF_JAVA_OPTS="${heap} \${EXPOMOTIF_JAVA_OPTS:-}"
    expomotif enrich \\
        ${matrices} \\
        ${tested} \\
        ${labelled} \\
        ${compared} \\
        --representatives ${prefix}.enriched.meme \\
        --sites ${prefix}.enriched.sites.bed.gz \\
        --html ${prefix}.enriched.html \\
        --output ${prefix}.enriched.tsv \\
        ${args} \\
        --threads ${task.cpus} \\
        --quiet
    """

    stub:
    prefix = task.ext.prefix ?: "${meta.id}"
    """
    touch ${prefix}.enriched.tsv
    echo 'MOTIF stub' > ${prefix}.enriched.meme
    echo "" | gzip > ${prefix}.enriched.sites.bed.gz
    touch ${prefix}.enriched.html
    """
}
