include { EXPOMOTIF_DATASET as DATASET } from '../../modules/expomotif/dataset'
include { EXPOMOTIF_CLUSTER as CLUSTER } from '../../modules/expomotif/cluster'
include { EXPOMOTIF_TOMTOMMATCH as MATCH_CLUSTERS } from '../../modules/expomotif/tomtommatch'
include { EXPOMOTIF_ENRICH as ENRICH_KNOWN } from '../../modules/expomotif/enrich'
include { EXPOMOTIF_ENRICH as ENRICH_LEARNED } from '../../modules/expomotif/enrich'
include { EXPOMOTIF_SCAN as SCAN_PEAKS } from '../../modules/expomotif/scan'

/**
 * Labelled sequences of the peaks and of negatives, in the form of the rows that the subworkflow sequences takes. That one
 * stands between this and MOTIFS_OF_PEAKS in main.nf, and not in here: the strict parser of Nextflow 25.04 takes the processes
 * of a workflow that two include for defined twice.
 */
workflow SEQUENCES_OF_PEAKS {
    take:
    rows // rows of the samplesheet: id, peaks, genome, blacklist, control

    main:
    DATASET(rows.map { row -> [[id: row.id, classes: row.id], row.peaks, row.genome, row.blacklist ?: [], row.control ?: []] })
    labelled = DATASET.out.labelled.map { meta, sequences, labels -> [id: meta.id, sequences: sequences, labels: labels] }

    emit:
    labelled // maps with id, sequences and labels
}

/**
 * What the networks of a sample have learned, taken together, and the known motifs: which are enriched in the peaks, and
 * where the sites of those are.
 */
workflow MOTIFS_OF_PEAKS {
    take:
    rows // rows of the samplesheet: id, peaks, genome, blacklist, control
    labelled // maps with id, sequences and labels
    filters // meta with data, the id of the sample; filters of one trained network as motifs
    trained // how many networks are trained for each sample
    database // motif files; may be empty

    main:
    CLUSTER(
        filters
            .map { meta, motifs -> [meta.data, motifs] }
            .groupTuple(size: trained, sort: { motifs -> motifs.name })
            .map { data, motifs -> [[id: data], motifs] }
    )
    learned = CLUSTER.out.motifs.map { meta, motifs -> [[id: "${meta.id}.learned", data: meta.id], motifs] }
    known = rows.filter { database.size() > 0 }.map { row -> [[id: "${row.id}.known", data: row.id], database] }
    MATCH_CLUSTERS(learned.filter { database.size() > 0 }.map { meta, motifs -> [meta, motifs, database, []] })
    ENRICH_LEARNED(tests(learned, labelled))
    ENRICH_KNOWN(tests(known, labelled))
    SCAN_PEAKS(
        ENRICH_LEARNED.out.representatives
            .mix(ENRICH_KNOWN.out.representatives)
            .filter { _meta, motifs -> motifs.readLines().any { line -> line.startsWith('MOTIF') } }
            .map { meta, motifs -> [meta.data, meta, motifs] }
            .combine(rows.map { row -> [row.id, row] }, by: 0)
            .map { _data, meta, motifs, row -> [meta, motifs, [], row.genome, row.peaks, ''] }
    )
}

/** Motifs and the labelled sequences of their sample, as ENRICH takes them. */
def tests(motifs, labelled) {
    return motifs
        .map { meta, file -> [meta.data, meta, file] }
        .combine(labelled.map { row -> [row.id, row] }, by: 0)
        .map { _data, meta, file, row -> [meta, file, [], row.sequences, row.labels, [], [], []] }
}
