include { EXPOMOTIF_SCAN as SCAN } from '../../modules/expomotif/scan'
include { EXPOMOTIF_MERGE as MERGE } from '../../modules/expomotif/merge'
include { GENOMEINDEX } from '../../modules/local/genomeindex'
include { unindexed ; withIndex ; withoutIndex } from '../genome_index'
include { shareNames } from '../tables'

/**
 * A scan that is shared out: equal shares of the bases, cut within sequences too, and put together in order, to the
 * bytes of a scan in one process.
 */
workflow SCAN_GENOME {
    take:
    scans // meta, motifs or [], model or [], genome, regions or []
    shards // how many shares; 1 for a scan in one process
    suffix // format of the sites

    main:
    placed = scans.map { meta, motifs, model, genome, regions -> [meta, genome, regions, motifs, model] }
    GENOMEINDEX(unindexed(placed))
    shares = withoutIndex(placed)
        .mix(withIndex(placed, GENOMEINDEX.out.index))
        .combine(channel.fromList(shareNames(shards)))
        .multiMap { meta, genome, regions, motifs, model, index, share ->
            searched: [meta, motifs, model, regions]
            sequences: [[id: genome.name], genome, index[0], index[1]]
            share: share
        }
    SCAN(shares.searched, shares.sequences, shares.share, suffix)
    if (shards > 1) {
        MERGE(SCAN.out.hits.groupTuple(size: shards, sort: { shard -> shard.name }))
        hits = MERGE.out.merged
    }
    else {
        hits = SCAN.out.hits
    }

    emit:
    hits
}
