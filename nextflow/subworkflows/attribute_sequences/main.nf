include { EXPOMOTIF_ATTRIBUTE as ATTRIBUTE } from '../../modules/expomotif/attribute'
include { EXPOMOTIF_MERGE as MERGE_SCORES } from '../../modules/expomotif/merge'
include { EXPOMOTIF_MERGE as MERGE_EVALUATION } from '../../modules/expomotif/merge'
include { shareNames } from '../tables'

/**
 * An attribution that is shared out: equal shares of the chosen sequences, put together in order, to the bytes of one
 * process; the means of the evaluation are those over all sequences. One workflow alone may include this one: the strict
 * parser of Nextflow 25.04 takes the processes of a workflow that two include for defined twice.
 */
workflow ATTRIBUTE_SEQUENCES {
    take:
    trained // meta, model, sequences, labels or [], sites or [], planted motifs or []
    shards // how many shares; 1 for one process

    main:
    shares = trained
        .combine(channel.fromList(shareNames(shards)))
        .multiMap { meta, model, sequences, labels, sites, truth, share ->
            explained: [meta, model, sequences, [], labels, sites, truth]
            share: share
        }
    ATTRIBUTE(shares.explained, [[:], []], shares.share, 'npz')
    if (shards > 1) {
        MERGE_SCORES(ATTRIBUTE.out.scores.groupTuple(size: shards, sort: { shard -> shard.name }))
        MERGE_EVALUATION(ATTRIBUTE.out.evaluation.groupTuple(size: shards, sort: { shard -> shard.name }))
        scores = MERGE_SCORES.out.merged
        evaluation = MERGE_EVALUATION.out.merged
    }
    else {
        scores = ATTRIBUTE.out.scores
        evaluation = ATTRIBUTE.out.evaluation
    }

    emit:
    scores
    evaluation // of those with sites
}
