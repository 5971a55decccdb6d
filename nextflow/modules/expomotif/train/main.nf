process EXPOMOTIF_TRAIN {
    tag "${meta.id}"
    label 'process_gpu'

    conda "${moduleDir}/environment.yml"
    container 'expomotif:0.1.0'

    input:
    tuple val(meta), path(sequences), path(labels), val(network), val(activation), val(seed)

    output:
    tuple val(meta), path("${prefix}.zip"), emit: model
    tuple val(meta), path("${prefix}.history.tsv"), emit: history
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
    expomotif train \\
        --sequences ${quoted(sequences)} \\
        --labels ${quoted(labels)} \\
        --network ${quoted(network)} \\
        --activation ${quoted(activation)} \\
        --seed ${quoted(seed)} \\
        -o ${quoted(prefix + '.zip')} \\
        ${args} \\
        --threads ${task.cpus} --quiet
    """

    stub:
    prefix = task.ext.prefix ?: meta.id
    """
    touch ${quoted(prefix + '.zip')} ${quoted(prefix + '.history.tsv')}
    """
}

/** Values as words of a shell script, each in single quotes: nothing in one is executed. A list gives several. */
def quoted(values) {
    def all = values instanceof List ? values : [values]
    return all.collect { value -> "'" + value.toString().replace("'", "'\\''") + "'" }.join(' ')
}
