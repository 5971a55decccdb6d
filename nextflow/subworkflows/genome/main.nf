/** Motifs, or the filters of a model, against a genome: the scans that the rows of a samplesheet ask for. */
workflow GENOME {
    take:
    rows // rows of the samplesheet: id, genome, motifs or model, regions

    main:
    scans = rows.map { row ->
        if (!row.motifs == !row.model) {
            error("samplesheet, ${row.id}: give either motifs or a model")
        }
        [[id: row.id], row.motifs ?: [], row.model ?: [], row.genome, row.regions ?: []]
    }

    emit:
    scans // meta, motifs or [], model or [], genome, regions or []
}
