include { EXPOMOTIF_DATASET as DATASET } from '../../modules/expomotif/dataset'
include { EXPOMOTIF_CLUSTER as CLUSTER } from '../../modules/expomotif/cluster'
include { EXPOMOTIF_TOMTOMMATCH as MATCH_CLUSTERS } from '../../modules/expomotif/tomtommatch'
include { EXPOMOTIF_ENRICH as ENRICH_KNOWN } from '../../modules/expomotif/enrich'
include { EXPOMOTIF_ENRICH as ENRICH_LEARNED } from '../../modules/expomotif/enrich'
include { EXPOMOTIF_SCAN as SCAN_PEAKS } from '../../modules/expomotif/scan'
include { GENOMEINDEX } from '../../modules/local/genomeindex'
include { unindexed ; withIndex ; withoutIndex } from '../genome_index'

/**
 * Labelled sequences of the peaks and of negatives, in the form of the rows that the subworkflow sequences takes. That one
 * stands between this and MOTIFS_OF_PEAKS in main.nf, and not in here: the strict parser of Nextflow 25.04 takes the processes
 * of a workflow that two include for defined twice.
 */
workflow SEQUENCES_OF_PEAKS {
    take:
    rows // rows of the samplesheet: id, peaks, genome, blacklist, control

    main:
    cut = rows.multiMap { row ->
        peaks: [[id: row.id], row.peaks, [], row.blacklist ?: [], row.control ?: []]
        genome: [[id: row.genome.name], row.genome]
    }
    DATASET(cut.peaks, cut.genome)
    labelled = DATASET.out.sequences
        .join(DATASET.out.labels)
        .map { meta, sequences, labels -> [id: meta.id, sequences: sequences, labels: labels, batch: batchFor(labels)] }
    dropped = DATASET.out.dropped

    emit:
    labelled // maps with id, sequences, labels and batch, the number of sequences in a step of the training
    dropped // meta, table of the records that were dropped
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
    suffix // format of the sites

    main:
    CLUSTER(
        filters
            .map { meta, motifs -> [meta.data, motifs] }
            .groupTuple(size: trained, sort: { motifs -> motifs.name })
            .map { data, motifs -> [[id: data], motifs] }
    )
    learned = CLUSTER.out.motifs.map { meta, motifs -> [[id: "${meta.id}.learned", data: meta.id], motifs] }
    known = rows.filter { database.size() > 0 }.map { row -> [[id: "${row.id}.known", data: row.id], database] }
    MATCH_CLUSTERS(learned.filter { database.size() > 0 }.map { meta, motifs -> [meta, motifs, []] }, [[:], database])
    learned_tests = tests(learned, labelled)
    ENRICH_LEARNED(learned_tests.sequences, learned_tests.motifs, [[:], []])
    known_tests = tests(known, labelled)
    ENRICH_KNOWN(known_tests.sequences, known_tests.motifs, [[:], []])

    scans = ENRICH_LEARNED.out.motifs
        .mix(ENRICH_KNOWN.out.motifs)
        .filter { _meta, motifs -> motifs.readLines().any { line -> line.startsWith('MOTIF') } }
        .map { meta, motifs -> [meta.data, meta, motifs] }
        .combine(rows.map { row -> [row.id, row] }, by: 0)
        .map { _data, meta, motifs, row -> [meta, row.genome, row.peaks, motifs] }
    // Made while networks are trained, and once for all samples of a genome.
    GENOMEINDEX(unindexed(rows.map { row -> [[id: row.id], row.genome, row.peaks] }))
    searched = withoutIndex(scans)
        .mix(withIndex(scans, GENOMEINDEX.out.index))
        .multiMap { meta, genome, peaks, motifs, index ->
            motifs: [meta, motifs, [], peaks]
            sequences: [[id: genome.name], genome, index[0], index[1]]
        }
    SCAN_PEAKS(searched.motifs, searched.sequences, '', suffix)
    enriched = ENRICH_LEARNED.out.enriched.mix(ENRICH_KNOWN.out.enriched)
    matched = MATCH_CLUSTERS.out.matches.join(learned)

    emit:
    enriched // meta, table of the enriched motifs
    matched // meta, matches, motifs of the groups
}

/** As expomotif peaks: small steps for fewer than 2000 peaks, and as many negatives, so that an epoch has many steps. */
def batchFor(labels) {
    return labels.countLines() < 4000 ? 32 : 100
}

/** Motifs and the labelled sequences of their sample, as ENRICH takes them. */
def tests(motifs, labelled) {
    return motifs
        .map { meta, file -> [meta.data, meta, file] }
        .combine(labelled.map { row -> [row.id, row] }, by: 0)
        .multiMap { _data, meta, file, row ->
            sequences: [meta, row.sequences, [], row.labels, []]
            motifs: [[id: meta.id], file, []]
        }
}
