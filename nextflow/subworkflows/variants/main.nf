include { EXPOMOTIF_VARIANTS as SCORE } from '../../modules/expomotif/variants'
include { EXPOMOTIF_MERGE as MERGE_VARIANTS } from '../../modules/expomotif/merge'
include { GENOMEINDEX } from '../../modules/local/genomeindex'
include { unindexed ; withIndex ; withoutIndex } from '../genome_index'
include { shareNames } from '../tables'

/**
 * The variants of VCF files, scored with trained networks. A file is divided into shards with the same number of records,
 * which are merged in order, to the bytes of one process: p-values and q-values are those of the whole file.
 */
workflow VARIANTS {
    take:
    rows // rows of the samplesheet: id, vcf, genome, model (a list), motifs, peaks
    shards // the number of shards of each file; 1 for one process
    suffix // format of the scored variants

    main:
    // The genome is read at the place of each variant, as in a scan of regions, so it needs its index.
    placed = rows.map { row -> [[id: row.id], row.genome, row.vcf, row.peaks ?: [], row.model, row.motifs ?: []] }
    GENOMEINDEX(unindexed(placed))
    shares = withoutIndex(placed)
        .mix(withIndex(placed, GENOMEINDEX.out.index))
        .combine(channel.fromList(shareNames(shards)))
        .multiMap { meta, genome, vcf, peaks, models, motifs, index, share ->
            variants: [meta, vcf, peaks]
            genome: [[id: genome.name], genome, index[0], index[1]]
            models: [[id: meta.id], models, motifs]
            share: share
        }
    SCORE(shares.variants, shares.genome, shares.models, shares.share, suffix)
    if (shards > 1) {
        MERGE_VARIANTS(SCORE.out.variants.groupTuple(size: shards, sort: { shard -> shard.name }))
        scored = MERGE_VARIANTS.out.merged
    }
    else {
        scored = SCORE.out.variants
    }

    emit:
    scored // meta, the file with the effects
}
