process EXPOMOTIF_CLUSTER {
    tag "${meta.id}"
    label 'process_medium'

    conda "${moduleDir}/environment.yml"
    container 'expomotif:0.1.0'

    input:
    tuple val(meta), path(motifs)

    output:
    tuple val(meta), path("${prefix}.clusters.meme"), emit: motifs
    tuple val(meta), path("${prefix}.clusters.tsv"), emit: table
    tuple val(meta), path("${prefix}.clusters.nwk"), emit: tree
    tuple val("${task.process}"), val('expomotif'), eval('expomotif --version | sed "s/expomotif //"'), topic: versions, emit: versions_expomotif

    when:
    task.ext.when == null || task.ext.when

    script:
    def args = task.ext.args ?: ''
    prefix = task.ext.prefix ?: meta.id
    // The heap in four fifths of the memory of the task; a task that runs out of it ends with 3 and is tried again.
    def heap = task.memory ? "-Xmx${(task.memory.toMega() * 0.8) as int}m" : ''
    """
    export EXPOMOTIF_JAVA_OPTS="${heap} \${EXPOMOTIF_JAVA_OPTS:-}"
    expomotif cluster \\
        --motifs ${quoted(motifs)} \\
        --table ${quoted(prefix + '.clusters.tsv')} \\
        --tree ${quoted(prefix + '.clusters.nwk')} \\
        -o ${quoted(prefix + '.clusters.meme')} \\
        ${args} \\
        --threads ${task.cpus} --quiet
    """

    stub:
    prefix = task.ext.prefix ?: meta.id
    """
    touch ${quoted(prefix + '.clusters.meme')} ${quoted(prefix + '.clusters.tsv')} ${quoted(prefix + '.clusters.nwk')}
    """
}

/** Values as words of a shell script, each in single quotes: nothing in one is executed. A list gives several. */
def quoted(values) {
    def all = values instanceof List ? values : [values]
    return all.collect { value -> "'" + value.toString().replace("'", "'\\''") + "'" }.join(' ')
}
