process EXPOMOTIF_VARIANTS {
    tag "${meta.id}"
    label 'process_medium'

    conda "${moduleDir}/environment.yml"
    container "${workflow.containerEngine in ['singularity', 'apptainer'] && !task.ext.singularity_pull_docker_container
        ? 'https://depot.galaxyproject.org/singularity/expomotif:0.1.0--hdfd78af_0'
        : 'quay.io/biocontainers/expomotif:0.1.0--hdfd78af_0'}"

    input:
    tuple val(meta), path(vcf), path(peaks)
    tuple val(meta2), path(genome), path(fai), path(gzi)
    tuple val(meta3), path(models, stageAs: 'models?/*'), path(motifs)
    val shard
    val suffix

    output:
    tuple val(meta), path("${prefix}.${suffix}"), emit: variants
    tuple val(meta), path("${prefix}.${suffix}.tbi"), emit: tbi, optional: true
    tuple val("${task.process}"), val('expomotif'), eval("expomotif --version | sed 's/expomotif //'"), topic: versions, emit: versions_expomotif

    when:
    task.ext.when == null || task.ext.when

    script:
    def args = task.ext.args ?: ''
    prefix = (task.ext.prefix ?: "${meta.id}.scored") + (shard ? ".${shard.replace('/', 'of')}" : '')
    def networks = [models].flatten().collect { model -> "--model ${model}" }.join(' ')
    def matrices = motifs ? "--motifs ${motifs}" : ''
    def reference = peaks ? "--peaks ${peaks}" : ''
    def share = shard ? "--shard ${shard}" : ''
    // Java takes four fifths of the memory of the task; a task that runs out of it ends with 3.
    def heap = task.memory ? "-Xmx${(task.memory.toMega() * 0.8) as int}m" : ''
    """
    export EXPOMOTIF_JAVA_OPTS="${heap} \${EXPOMOTIF_JAVA_OPTS:-}"
    expomotif variants \\
        --vcf ${vcf} \\
        --genome ${genome} \\
        ${networks} \\
        ${matrices} \\
        ${reference} \\
        ${share} \\
        --output ${prefix}.${suffix} \\
        ${args} \\
        --threads ${task.cpus} \\
        --quiet
    """

    stub:
    prefix = (task.ext.prefix ?: "${meta.id}.scored") + (shard ? ".${shard.replace('/', 'of')}" : '')
    def make = suffix.endsWith('.gz') ? 'echo "" | gzip >' : 'touch'
    """
    ${make} ${prefix}.${suffix}
    """
}
