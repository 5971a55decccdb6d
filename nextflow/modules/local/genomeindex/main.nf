/**
 * The indexes of a genome, .fai and, of a bgzip file, .gzi: expomotif makes them when it scans a region, here one base. A
 * file that cannot be indexed, such as a plain gzip file, gives none, and is read whole.
 */
process GENOMEINDEX {
    tag "${genome.name}"
    label 'process_low'

    conda "${moduleDir}/environment.yml"
    container "${workflow.containerEngine in ['singularity', 'apptainer'] && !task.ext.singularity_pull_docker_container
        ? 'https://depot.galaxyproject.org/singularity/expomotif:0.1.0--hdfd78af_0'
        : 'quay.io/biocontainers/expomotif:0.1.0--hdfd78af_0'}"

    input:
    tuple val(key), path(genome)

    output:
    tuple val(key), path('*.fai', arity: '0..*'), path('*.gzi', arity: '0..*'), emit: index
    tuple val("${task.process}"), val('expomotif'), eval("expomotif --version | sed 's/expomotif //'"), topic: versions, emit: versions_expomotif

    when:
    task.ext.when == null || task.ext.when

    script:
    """
    printf 'MEME version 4\\n\\nALPHABET= ACGT\\n\\nMOTIF one\\nletter-probability matrix: alength= 4 w= 1\\n1 0 0 0\\n' >one.meme
    gzip -cdf ${genome} | sed -n '1{s/^>//;s/[[:space:]].*//;s/\$/\\t0\\t1/;p;}' >one.bed
    expomotif scan --motifs one.meme --sequences ${genome} --regions one.bed --quiet --output one.tsv
    """

    stub:
    """
    touch ${genome}.fai
    """
}
