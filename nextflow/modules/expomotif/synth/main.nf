process EXPOMOTIF_SYNTH {
    tag "${meta.id}"
    label 'process_low'

    conda "${moduleDir}/environment.yml"
    container 'expomotif:0.1.0'

    input:
    tuple val(meta), val(task_name), val(number), val(length), val(seed)

    output:
    tuple val(meta), path("${prefix}/sequences.fa"), path("${prefix}/labels.tsv"), emit: labelled
    tuple val(meta), path("${prefix}/sites.bed"), path("${prefix}/motifs.meme"), emit: truth
    tuple val(meta), path("${prefix}/run.json"), emit: run
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
    expomotif synth \\
        ${quoted(task_name)} \\
        -n ${quoted(number)} \\
        --length ${quoted(length)} \\
        --seed ${quoted(seed)} \\
        --out-dir ${quoted(prefix)} \\
        ${args} \\
        --threads ${task.cpus} --quiet
    """

    stub:
    prefix = task.ext.prefix ?: meta.id
    """
    mkdir ${quoted(prefix)}
    touch ${quoted(prefix + '/sequences.fa')} ${quoted(prefix + '/labels.tsv')} ${quoted(prefix + '/sites.bed')} ${quoted(prefix + '/motifs.meme')} ${quoted(prefix + '/run.json')}
    """
}

/** Values as words of a shell script, each in single quotes: nothing in one is executed. A list gives several. */
def quoted(values) {
    def all = values instanceof List ? values : [values]
    return all.collect { value -> "'" + value.toString().replace("'", "'\\''") + "'" }.join(' ')
}
