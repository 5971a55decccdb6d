include { SCAN_GENOME } from '../scan_genome'

/** Motifs, or the filters of a model, against a genome. */
workflow GENOME {
    take:
    rows // rows of the samplesheet: id, genome, motifs or model, regions
    shards // how many shares each scan is cut into

    main:
    SCAN_GENOME(rows.map { row ->
        if (!row.motifs == !row.model) {
            error("samplesheet, ${row.id}: give either motifs or a model")
        }
        [[id: row.id], row.motifs ?: [], row.model ?: [], row.genome, row.regions ?: []]
    }, shards)
    hits = SCAN_GENOME.out.hits

    emit:
    hits
}
