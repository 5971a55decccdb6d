include { EXPOMOTIF_SYNTH as SYNTH } from '../../modules/expomotif/synth'
include { EXPOMOTIF_TRAIN as TRAIN } from '../../modules/expomotif/train'
include { EXPOMOTIF_EVALUATE as EVALUATE } from '../../modules/expomotif/evaluate'
include { EXPOMOTIF_FILTERS as FILTERS } from '../../modules/expomotif/filters'
include { EXPOMOTIF_TOMTOMMATCH as TOMTOM_MATCH } from '../../modules/expomotif/tomtommatch'
include { EXPOMOTIF_LOCALIZE as LOCALIZE } from '../../modules/expomotif/localize'
include { ATTRIBUTE_SEQUENCES } from '../attribute_sequences'
include { meanRow ; networkFile ; networkName ; noted ; tableLine } from '../tables'

/** Sequences with known truth, every network with every activation and every trial, each measured against the truth. */
workflow SYNTHETIC {
    take:
    tasks // rows of the samplesheet: id, task, number, length, seed
    networks // names of networks
    activations // names of activations
    trials // how often each is trained
    database // motif files to match the filters with, beside the planted ones; may be empty
    shards // shares that an attribution is cut into
    outdir // folder of the summary

    main:
    SYNTH(tasks.map { row ->
        def seed = (row.seed ?: 1) as int
        [[id: row.id, task: row.task, number: (row.number ?: 30000) as int, length: (row.length ?: 200) as int, seed: seed], row.task]
    }, [])
    runs = SYNTH.out.sequences
        .join(SYNTH.out.labels)
        .join(SYNTH.out.sites)
        .join(SYNTH.out.motifs)
        .combine(channel.fromList(networks))
        .combine(channel.fromList(activations))
        .combine(channel.fromList(1..trials))
        .map { data, sequences, labels, sites, motifs, network, activation, trial ->
            def seed = data.seed + trial - 1
            def meta = [id: "${data.id}.${networkName(network)}.${activation}.${trial}", data: data.id, task: data.task, network: network, activation: activation, trial: trial, seed: seed]
            [meta, sequences, labels, sites, motifs]
        }

    training = runs.multiMap { meta, sequences, labels, _sites, _motifs ->
        labelled: [meta, sequences, labels]
        network: networkFile(meta.network)
    }
    TRAIN(training.labelled, training.network)
    trained = TRAIN.out.model.join(runs)
    EVALUATE(trained.map { meta, model, sequences, labels, _sites, _motifs -> [meta, model, sequences, labels] })
    FILTERS(trained.map { meta, model, sequences, labels, _sites, _motifs -> [meta, model, sequences, labels, []] }, [[:], [], []])
    LOCALIZE(trained.map { meta, model, sequences, labels, sites, motifs -> [meta, model, [], [], sequences, labels, sites, motifs] })
    // The planted bases of one class can be distinguished from others only when there is one class.
    explained = trained.map { meta, model, sequences, labels, sites, motifs ->
        meta.task == 'billboard' ? [meta, model, sequences, labels, sites, motifs] : [meta, model, sequences, labels, [], []]
    }
    ATTRIBUTE_SEQUENCES(explained, shards)
    compared = FILTERS.out.motifs
        .join(runs)
        .multiMap { meta, filters, _sequences, _labels, _sites, motifs ->
            queries: [meta, filters, motifs]
            targets: [[id: meta.id], database ?: motifs]
        }
    TOMTOM_MATCH(compared.queries, compared.targets)

    summary = EVALUATE.out.metrics
        .join(TOMTOM_MATCH.out.planted)
        .join(LOCALIZE.out.localization)
        .join(ATTRIBUTE_SEQUENCES.out.evaluation, remainder: true)
        .filter { row -> row[1] != null }
        .map { meta, metrics, planted, localization, evaluation -> summaryRow(meta, metrics, planted, localization, evaluation) }
        .collectFile(name: 'summary.tsv', seed: summaryHeader().join('\t'), newLine: true, sort: true, storeDir: outdir)

    models = TRAIN.out.model
    matched = TOMTOM_MATCH.out.matches.join(FILTERS.out.motifs)

    emit:
    summary
    matched // meta, matches, filters
    models
}

def summaryHeader() {
    ['data', 'network', 'activation', 'trial', 'seed', 'auroc', 'aupr', 'match_fraction', 'planted_found', 'localization_auroc', 'attribution_auroc', 'attribution_aupr']
}

/** The figures of one trained network as a line of the summary. */
def summaryRow(meta, metrics, planted, localization, evaluation) {
    def figures = meanRow(metrics)
    def attributed = evaluation ? meanRow(evaluation) : [:]
    def run = [meta.data, networkName(meta.network), meta.activation, meta.trial, meta.seed]
    def filters = [noted(planted, 'match-fraction'), noted(planted, 'planted-found'), meanRow(localization).auroc]
    return tableLine(run + [figures.auroc, figures.aupr] + filters + [attributed.auroc, attributed.aupr])
}
