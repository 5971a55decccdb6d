process EXPOMOTIF_TOMTOMMATCH {
    tag "${meta.id}"
    label 'process_medium'

    conda "${moduleDir}/environment.yml"
    container 'expomotif:0.1.0'

    input:
    tuple val(meta), path(query), path(targets), path(truth)

    output:
    tuple val(meta), path("${prefix}.matches.tsv"), emit: matches
    tuple val(meta), path("${prefix}.logos.html"), emit: page
    tuple val(meta), path("${prefix}.planted.tsv"), emit: planted, optional: true
    tuple val("${task.process}"), val('expomotif'), eval('expomotif --version | sed "s/expomotif //"'), topic: versions, emit: versions_expomotif

    when:
    task.ext.when == null || task.ext.when

    script:
    def args = task.ext.args ?: ''
    prefix = task.ext.prefix ?: meta.id
    def target_files = (targets instanceof List ? targets : [targets]).collect { target -> quoted(target) }.join(' --target ')
    def planted = truth ? "--truth ${quoted(truth)} --summary ${quoted(prefix + '.planted.tsv')}" : ''
    // The heap in four fifths of the memory of the task; a task that runs out of it ends with 3 and is tried again.
    def heap = task.memory ? "-Xmx${(task.memory.toMega() * 0.8) as int}m" : ''
    """
    export EXPOMOTIF_JAVA_OPTS="${heap} \${EXPOMOTIF_JAVA_OPTS:-}"
    expomotif tomtom-match \\
        --query ${quoted(query)} \\
        --target ${target_files} \\
        ${planted} \\
        --html ${quoted(prefix + '.logos.html')} \\
        -o ${quoted(prefix + '.matches.tsv')} \\
        ${args} \\
        --threads ${task.cpus} --quiet
    """

    stub:
    prefix = task.ext.prefix ?: meta.id
    """
    touch ${quoted(prefix + '.matches.tsv')} ${quoted(prefix + '.logos.html')} ${quoted(prefix + '.planted.tsv')}
    """
}

/** Values as words of a shell script, each in single quotes: nothing in one is executed. A list gives several. */
def quoted(values) {
    def all = values instanceof List ? values : [values]
    return all.collect { value -> "'" + value.toString().replace("'", "'\\''") + "'" }.join(' ')
}
