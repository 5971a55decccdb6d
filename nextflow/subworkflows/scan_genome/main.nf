include { EXPOMOTIF_SCAN as SCAN } from '../../modules/expomotif/scan'
include { EXPOMOTIF_MERGE as MERGE } from '../../modules/expomotif/merge'
include { shareNames } from '../tables'

/**
 * A scan that is shared out: equal shares of the bases, cut within sequences too, and put together in order, to the
 * bytes of a scan in one process.
 */
workflow SCAN_GENOME {
    take:
    scans // meta, motifs or [], model or [], genome, regions or []
    shards // how many shares; 1 for a scan in one process

    main:
    SCAN(scans.combine(channel.fromList(shareNames(shards))))
    if (shards > 1) {
        MERGE(SCAN.out.hits.groupTuple(size: shards, sort: { shard -> shard.name }))
        hits = MERGE.out.whole
    }
    else {
        hits = SCAN.out.hits
    }

    emit:
    hits
}
