process EXPOMOTIF_ENRICH {
    tag "${meta.id}"
    label 'process_medium'

    conda "${moduleDir}/environment.yml"
    container 'expomotif:0.1.0'

    input:
    tuple val(meta), path(motifs), path(model), path(sequences), path(labels), path(peaks), path(genome), path(controls)

    output:
    tuple val(meta), path("${prefix}.enriched.tsv"), emit: enriched
    tuple val(meta), path("${prefix}.enriched.meme"), emit: representatives
    tuple val(meta), path("${prefix}.enriched.sites.bed.gz"), emit: sites
    tuple val(meta), path("${prefix}.enriched.html"), emit: page
    tuple val("${task.process}"), val('expomotif'), eval('expomotif --version | sed "s/expomotif //"'), topic: versions, emit: versions_expomotif

    when:
    task.ext.when == null || task.ext.when

    script:
    def args = task.ext.args ?: ''
    prefix = task.ext.prefix ?: meta.id
    def matrices = motifs ? "--motifs ${quoted(motifs)}" : "--model ${quoted(model)}"
    def tested = peaks ? "--peaks ${quoted(peaks)} --genome ${quoted(genome)}" : "--sequences ${quoted(sequences)}"
    def labelled = labels ? "--labels ${quoted(labels)}" : ''
    // Windows of the genome as controls: ext.args = '--controls genome'.
    def compared = controls ? "--controls ${quoted(controls)}" : ''
    // The heap in four fifths of the memory of the task; a task that runs out of it ends with 3 and is tried again.
    def heap = task.memory ? "-Xmx${(task.memory.toMega() * 0.8) as int}m" : ''
    """
    export EXPOMOTIF_JAVA_OPTS="${heap} \${EXPOMOTIF_JAVA_OPTS:-}"
    expomotif enrich \\
        ${matrices} \\
        ${tested} \\
        ${labelled} \\
        ${compared} \\
        -o ${quoted(prefix + '.enriched.tsv')} \\
        --representatives ${quoted(prefix + '.enriched.meme')} \\
        --sites ${quoted(prefix + '.enriched.sites.bed.gz')} \\
        --html ${quoted(prefix + '.enriched.html')} \\
        ${args} \\
        --threads ${task.cpus} --quiet
    """

    stub:
    prefix = task.ext.prefix ?: meta.id
    """
    echo 'MOTIF stub' >${quoted(prefix + '.enriched.meme')}
    touch ${quoted(prefix + '.enriched.tsv')} ${quoted(prefix + '.enriched.sites.bed.gz')} ${quoted(prefix + '.enriched.html')}
    """
}

/** Values as words of a shell script, each in single quotes: nothing in one is executed. A list gives several. */
def quoted(values) {
    def all = values instanceof List ? values : [values]
    return all.collect { value -> "'" + value.toString().replace("'", "'\\''") + "'" }.join(' ')
}
