include { EXPOMOTIF_TRAIN as TRAIN } from '../../modules/expomotif/train'
include { EXPOMOTIF_EVALUATE as EVALUATE } from '../../modules/expomotif/evaluate'
include { EXPOMOTIF_EVALUATE as VALIDATE } from '../../modules/expomotif/evaluate'
include { EXPOMOTIF_FILTERS as FILTERS } from '../../modules/expomotif/filters'
include { EXPOMOTIF_TOMTOMMATCH as TOMTOM_MATCH } from '../../modules/expomotif/tomtommatch'
include { EXPOMOTIF_ATTRIBUTE as ATTRIBUTE } from '../../modules/expomotif/attribute'
include { EXPOMOTIF_MERGE as MERGE_SCORES } from '../../modules/expomotif/merge'
include { EXPOMOTIF_DISCOVER as DISCOVER } from '../../modules/expomotif/discover'
include { EXPOMOTIF_CLUSTER as CLUSTER_DISCOVERED } from '../../modules/expomotif/cluster'
include { meanRow ; networkFile ; networkName ; shareNames ; tableLine } from '../tables'

/**
 * A user's sequences and labels: every network, activation and trial is trained and measured and has its filters turned
 * into motifs. Each filter is looked for in the other trials. The network that is best on the validation sequences is to
 * scan the genome where one is given. It is explained, as are its other trials; the motifs that are discovered in the
 * scores of all of them are grouped.
 */
workflow SEQUENCES {
    take:
    rows // rows of the samplesheet: id, sequences, labels, genome, regions
    networks // names of networks
    activations // names of activations
    trials // how often each is trained
    seed // of the first trial
    database // motif files to match the filters with; may be empty
    shards // shares that an attribution is cut into
    outdir // folder of the summary

    main:
    runs = rows
        .combine(channel.fromList(networks))
        .combine(channel.fromList(activations))
        .combine(channel.fromList(1..trials))
        .map { row, network, activation, trial ->
            def meta = [id: "${row.id}.${networkName(network)}.${activation}.${trial}", data: row.id, network: network, activation: activation, trial: trial, seed: seed + trial - 1] + (row.batch ? [batch: row.batch] : [:])
            [meta, row.sequences, row.labels]
        }
    training = runs.multiMap { meta, sequences, labels ->
        labelled: [meta, sequences, labels]
        network: networkFile(meta.network)
    }
    TRAIN(training.labelled, training.network)
    models = TRAIN.out.model
    trained = models.join(runs)
    EVALUATE(trained)
    VALIDATE(trained.map { meta, model, sequences, labels -> [meta + [id: "${meta.id}.valid", of: meta], model, sequences, labels] })
    others = trained
        .map { meta, model, _sequences, _labels -> [groupOf(meta), meta, model] }
        .groupTuple(size: trials)
        .flatMap { _group, metas, files -> metas.collect { meta -> [meta, filesOfOthers(meta, metas, files)] } }
    FILTERS(trained.join(others), [[id: 'known'], [], database])
    filters = FILTERS.out.motifs
    TOMTOM_MATCH(filters.filter { database.size() > 0 }.map { meta, motifs -> [meta, motifs, []] }, [[:], database])

    measured = EVALUATE.out.metrics
        .join(VALIDATE.out.metrics.map { meta, metrics -> [meta.of, metrics] })
        .map { meta, test, valid -> [meta, meanRow(test), meanRow(valid)] }
    summary = measured
        .map { meta, test, valid -> tableLine([meta.data, networkName(meta.network), meta.activation, meta.trial, meta.seed, valid.auroc, valid.aupr, test.auroc, test.aupr]) }
        .collectFile(name: 'summary.tsv', seed: summaryHeader().join('\t'), newLine: true, sort: true, storeDir: outdir)

    best = measured
        .map { meta, _test, valid -> [meta.data, meta, valid.auroc] }
        .groupTuple()
        .map { _data, metas, aurocs -> [bestOf(metas, aurocs)] }
        .join(trained)
    explained = best
        .map { meta, _model, _sequences, _labels -> [groupOf(meta)] }
        .combine(trained.map { meta, model, sequences, labels -> [groupOf(meta), meta, model, sequences, labels] }, by: 0)
        .map { _group, meta, model, sequences, labels -> [meta, model, sequences, labels] }
    shares = explained
        .combine(channel.fromList(shareNames(shards)))
        .multiMap { meta, model, sequences, labels, share ->
            explained: [meta, model, sequences, [], labels, [], []]
            share: share
        }
    ATTRIBUTE(shares.explained, [[:], []], shares.share, 'npz')
    if (shards > 1) {
        MERGE_SCORES(ATTRIBUTE.out.scores.groupTuple(size: shards, sort: { shard -> shard.name }))
        scores = MERGE_SCORES.out.merged
    }
    else {
        scores = ATTRIBUTE.out.scores
    }
    DISCOVER(scores.join(models).map { meta, file, model -> [meta, file, [], [], [], model] }, [[id: 'known'], database])
    // Motifs have the names of their files before them, so files of several networks need names of their own.
    discovered = DISCOVER.out.motifs
        .filter { _meta, motifs -> trials > 1 && motifs.readLines().any { line -> line.startsWith('MOTIF') } }
        .collectFile(storeDir: "${outdir}/discovered") { meta, motifs -> ["${meta.id}.meme", motifs.text] }
        .map { file -> [file.baseName, file] }
        .join(DISCOVER.out.motifs.map { meta, _motifs -> [meta.id, meta.data] })
        .map { _id, file, data -> [data, file] }
        .groupTuple(sort: { file -> file.name })
    CLUSTER_DISCOVERED(discovered.map { data, files -> [[id: "${data}.discovered"], files] })
    scans = best
        .map { meta, model, _sequences, _labels -> [meta.data, meta, model] }
        .combine(rows.filter { row -> row.genome }.map { row -> [row.id, row.genome, row.regions ?: []] }, by: 0)
        .map { _data, meta, model, genome, regions -> [meta, [], model, genome, regions] }
    matched = TOMTOM_MATCH.out.matches.join(filters)

    emit:
    summary
    matched // meta, matches, filters
    models
    filters
    scans // meta, no motifs, model, genome, regions: the scan that is to follow
}

def summaryHeader() {
    return ['data', 'network', 'activation', 'trial', 'seed', 'valid_auroc', 'valid_aupr', 'test_auroc', 'test_aupr']
}

/** What the trials of a network have in common. */
def groupOf(meta) {
    return "${meta.data} ${meta.network} ${meta.activation}".toString()
}

/** The files of the trials beside one, in the order of the trials. */
def filesOfOthers(meta, metas, files) {
    return [metas, files].transpose().findAll { other, _file -> other.trial != meta.trial }.sort { pair -> pair[0].trial }.collect { _other, file -> file }
}

/** The trained network with the largest area on the validation sequences; ties go to the first by name. */
def bestOf(metas, aurocs) {
    def rated = [metas, aurocs].transpose().collect { meta, auroc -> [meta, auroc != null && auroc.isNumber() ? auroc.toDouble() : -1.0d] }
    return rated.sort { a, b -> b[1] <=> a[1] ?: a[0].id <=> b[0].id }.first().first()
}
