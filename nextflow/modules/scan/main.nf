process SCAN {
    tag "${meta.id}${shard ? ' ' + shard : ''}"
    label 'process_high'

    conda "${moduleDir}/environment.yml"
    container 'expomotif:0.1.0'

    input:
    tuple val(meta), path(motifs), path(model), path(sequences), path(regions), val(shard)

    output:
    tuple val(meta), path("${file_name}"), emit: hits
    tuple val("${task.process}"), val('expomotif'), eval('expomotif --version | sed "s/expomotif //"'), topic: versions, emit: versions_expomotif

    when:
    task.ext.when == null || task.ext.when

    script:
    def args = task.ext.args ?: ''
    prefix = task.ext.prefix ?: meta.id
    file_name = shard ? "${prefix}.${shard.replace('/', 'of')}.${task.ext.suffix ?: 'bed.gz'}" : "${prefix}.${task.ext.suffix ?: 'bed.gz'}"
    def share = shard ? "--shard ${quoted(shard)}" : ''
    def matrices = motifs ? "--motifs ${quoted(motifs)}" : "--model ${quoted(model)}"
    def limits = regions ? "--regions ${quoted(regions)}" : ''
    // The heap in four fifths of the memory of the task; a task that runs out of it ends with 3 and is tried again.
    def heap = task.memory ? "-Xmx${(task.memory.toMega() * 0.8) as int}m" : ''
    """
    export EXPOMOTIF_JAVA_OPTS="${heap} \${EXPOMOTIF_JAVA_OPTS:-}"
    expomotif scan \\
        ${matrices} \\
        --sequences ${quoted(sequences)} \\
        ${limits} \\
        ${share} \\
        -o ${quoted(file_name)} \\
        ${args} \\
        --threads ${task.cpus} --quiet
    """

    stub:
    prefix = task.ext.prefix ?: meta.id
    file_name = shard ? "${prefix}.${shard.replace('/', 'of')}.${task.ext.suffix ?: 'bed.gz'}" : "${prefix}.${task.ext.suffix ?: 'bed.gz'}"
    """
    touch ${quoted(file_name)}
    """
}

/** Values as words of a shell script, each in single quotes: nothing in one is executed. A list gives several. */
def quoted(values) {
    def all = values instanceof List ? values : [values]
    return all.collect { value -> "'" + value.toString().replace("'", "'\\''") + "'" }.join(' ')
}
