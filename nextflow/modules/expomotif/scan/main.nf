process EXPOMOTIF_SCAN {
    tag "${meta.id}${shard ? ' ' + shard : ''}"
    label 'process_high'

    conda "${moduleDir}/environment.yml"
    container 'expomotif:0.1.0'

    input:
    tuple val(meta), path(motifs), path(model), path(sequences), path(regions), val(shard)

    output:
    tuple val(meta), path("${file_name}"), emit: hits
    tuple val(meta), path("${prefix}.counts.*"), emit: counts, optional: true
    tuple val("${task.process}"), val('expomotif'), eval('expomotif --version | sed "s/expomotif //"'), topic: versions, emit: versions_expomotif

    when:
    task.ext.when == null || task.ext.when

    script:
    def args = task.ext.args ?: ''
    prefix = task.ext.prefix ?: meta.id
    file_name = shard ? "${prefix}.${shard.replace('/', 'of')}.${task.ext.suffix ?: 'bed.gz'}" : "${prefix}.${task.ext.suffix ?: 'bed.gz'}"
    // Sites of each motif in each sequence or region: ext.counts = 'tsv.gz', 'npz' or 'mtx'.
    def matrix = task.ext.counts ? "--counts ${quoted(prefix + '.counts.' + task.ext.counts)}" : ''
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
        ${matrix} \\
        ${share} \\
        -o ${quoted(file_name)} \\
        ${args} \\
        --threads ${task.cpus} --quiet
    """

    stub:
    prefix = task.ext.prefix ?: meta.id
    file_name = shard ? "${prefix}.${shard.replace('/', 'of')}.${task.ext.suffix ?: 'bed.gz'}" : "${prefix}.${task.ext.suffix ?: 'bed.gz'}"
    def matrix = task.ext.counts ? quoted(prefix + '.counts.' + task.ext.counts) : ''
    """
    touch ${quoted(file_name)} ${matrix}
    """
}

/** Values as words of a shell script, each in single quotes: nothing in one is executed. A list gives several. */
def quoted(values) {
    def all = values instanceof List ? values : [values]
    return all.collect { value -> "'" + value.toString().replace("'", "'\\''") + "'" }.join(' ')
}
