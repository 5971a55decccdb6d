process EXPOMOTIF_ATTRIBUTE {
    tag "${meta.id}${shard ? ' ' + shard : ''}"
    label 'process_medium'

    conda "${moduleDir}/environment.yml"
    container 'expomotif:0.1.0'

    input:
    tuple val(meta), path(model), path(sequences), path(labels), path(sites), path(truth), val(shard)

    output:
    tuple val(meta), path("${stem}.scores.*z"), emit: scores
    tuple val(meta), path("${stem}.scores.evaluation.tsv"), emit: evaluation, optional: true
    tuple val("${task.process}"), val('expomotif'), eval('expomotif --version | sed "s/expomotif //"'), topic: versions, emit: versions_expomotif

    when:
    task.ext.when == null || task.ext.when

    script:
    def args = task.ext.args ?: ''
    prefix = task.ext.prefix ?: meta.id
    stem = shard ? "${prefix}.${shard.replace('/', 'of')}" : prefix
    def choice = labels ? "--labels ${quoted(labels)}" : ''
    def share = shard ? "--shard ${quoted(shard)}" : ''
    def recovery = sites ? "--sites ${quoted(sites)} --truth-motifs ${quoted(truth)}" : ''
    // The heap in four fifths of the memory of the task; a task that runs out of it ends with 3 and is tried again.
    def heap = task.memory ? "-Xmx${(task.memory.toMega() * 0.8) as int}m" : ''
    """
    export EXPOMOTIF_JAVA_OPTS="${heap} \${EXPOMOTIF_JAVA_OPTS:-}"
    expomotif attribute \\
        --model ${quoted(model)} \\
        --sequences ${quoted(sequences)} \\
        ${choice} \\
        ${recovery} \\
        ${share} \\
        -o ${quoted(stem + '.scores.npz')} \\
        ${args} \\
        --threads ${task.cpus} --quiet
    """

    stub:
    prefix = task.ext.prefix ?: meta.id
    stem = shard ? "${prefix}.${shard.replace('/', 'of')}" : prefix
    def table = sites ? quoted(stem + '.scores.evaluation.tsv') : ''
    """
    touch ${quoted(stem + '.scores.npz')} ${table}
    """
}

/** Values as words of a shell script, each in single quotes: nothing in one is executed. A list gives several. */
def quoted(values) {
    def all = values instanceof List ? values : [values]
    return all.collect { value -> "'" + value.toString().replace("'", "'\\''") + "'" }.join(' ')
}
