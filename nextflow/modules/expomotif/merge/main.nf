process EXPOMOTIF_MERGE {
    tag "${meta.id}"
    label 'process_low'

    conda "${moduleDir}/environment.yml"
    container "${workflow.containerEngine in ['singularity', 'apptainer'] && !task.ext.singularity_pull_docker_container
        ? 'https://depot.galaxyproject.org/singularity/expomotif:0.1.0--hdfd78af_0'
        : 'quay.io/biocontainers/expomotif:0.1.0--hdfd78af_0'}"

    input:
    tuple val(meta), path(shards)

    output:
    tuple val(meta), path("${prefix}.${suffix}"), emit: merged
    tuple val(meta), path("${prefix}.${suffix}.tbi"), emit: tbi, optional: true
    tuple val("${task.process}"), val('expomotif'), eval("expomotif --version | sed 's/expomotif //'"), topic: versions, emit: versions_expomotif

    when:
    task.ext.when == null || task.ext.when

    script:
    def args = task.ext.args ?: ''
    prefix = task.ext.prefix ?: "${meta.id}"
    // The suffix of the shards: what follows 1of4 in NAME.1of4.bed.gz.
    suffix = (shards instanceof List ? shards.first() : shards).name.replaceFirst(/^(.*[0-9]of[0-9]+|[^.]*)[.]/, '')
    // Java takes four fifths of the memory of the task; a task that runs out of it ends with 3.
    def heap = task.memory ? "-Xmx${(task.memory.toMega() * 0.8) as int}m" : ''
    """
    export EXPOMOTIF_JAVA_OPTS="${heap} \${EXPOMOTIF_JAVA_OPTS:-}"
    expomotif merge \\
        --output ${prefix}.${suffix} \\
        ${args} \\
        --threads ${task.cpus} \\
        --quiet \\
        ${shards}
    """

    stub:
    prefix = task.ext.prefix ?: "${meta.id}"
    suffix = (shards instanceof List ? shards.first() : shards).name.replaceFirst(/^(.*[0-9]of[0-9]+|[^.]*)[.]/, '')
    def make = suffix.endsWith('.gz') ? 'echo "" | gzip >' : 'touch'
    """
    ${make} ${prefix}.${suffix}
    """
}
