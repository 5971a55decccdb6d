process EXPOMOTIF_DATASET {
    tag "${meta.id}"
    label 'process_low'

    conda "${moduleDir}/environment.yml"
    container 'expomotif:0.1.0'

    input:
    tuple val(meta), path(peaks), path(genome), path(blacklist, stageAs: 'blacklist/*'), path(control, stageAs: 'control/*')

    output:
    tuple val(meta), path("${prefix}/sequences.fa"), path("${prefix}/labels*.tsv"), emit: labelled
    tuple val(meta), path("${prefix}/regions.bed"), path("${prefix}/dropped.tsv"), emit: regions
    tuple val(meta), path("${prefix}/composition.tsv"), path("${prefix}/leaks.tsv"), path("${prefix}/dataset.html"), emit: report
    tuple val(meta), path("${prefix}/dataset.json"), emit: run
    tuple val("${task.process}"), val('expomotif'), eval('expomotif --version | sed "s/expomotif //"'), topic: versions, emit: versions_expomotif

    when:
    task.ext.when == null || task.ext.when

    script:
    def args = task.ext.args ?: ''
    prefix = task.ext.prefix ?: meta.id
    // Names of the classes, separated by commas; otherwise those of the files.
    def classes = meta.classes ? "--classes ${quoted(meta.classes)}" : ''
    def excluded = blacklist ? "--blacklist ${quoted(blacklist)}" : ''
    def compared = control ? "--negatives ${quoted(control)}" : ''
    // The heap in four fifths of the memory of the task; a task that runs out of it ends with 3 and is tried again.
    def heap = task.memory ? "-Xmx${(task.memory.toMega() * 0.8) as int}m" : ''
    """
    export EXPOMOTIF_JAVA_OPTS="${heap} \${EXPOMOTIF_JAVA_OPTS:-}"
    expomotif dataset \\
        --positives ${quoted(peaks)} \\
        --genome ${quoted(genome)} \\
        ${classes} \\
        ${excluded} \\
        ${compared} \\
        --out-dir ${quoted(prefix)} \\
        ${args} \\
        --threads ${task.cpus} --quiet
    """

    stub:
    prefix = task.ext.prefix ?: meta.id
    """
    mkdir ${quoted(prefix)}
    touch ${quoted(prefix + '/sequences.fa')} ${quoted(prefix + '/labels.tsv')} ${quoted(prefix + '/regions.bed')} ${quoted(prefix + '/dropped.tsv')} ${quoted(prefix + '/composition.tsv')} ${quoted(prefix + '/leaks.tsv')} ${quoted(prefix + '/dataset.html')} ${quoted(prefix + '/dataset.json')}
    """
}

/** Values as words of a shell script, each in single quotes: nothing in one is executed. A list gives several. */
def quoted(values) {
    def all = values instanceof List ? values : [values]
    return all.collect { value -> "'" + value.toString().replace("'", "'\\''") + "'" }.join(' ')
}
