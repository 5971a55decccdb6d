#!/usr/bin/env nextflow
/*
 * expomotif as a pipeline. What it does depends on the columns of the samplesheet (--input):
 *
 *   id,task,number,length,seed               synthetic: made sequences with known truth, the paper as a workflow
 *   id,peaks,genome,blacklist,control        peaks: make sequences of them, train on those, and look for motifs in the peaks
 *   id,sequences,labels,genome,regions       sequences: train on them, explain, scan a genome with what was learned
 *   id,genome,motifs,model,regions           genome: scan it with motifs or a model
 *   id,vcf,genome,model,motifs,peaks         variants: what each does to the predictions of networks, and to the sites of motifs
 */
include { SYNTHETIC } from './subworkflows/synthetic'
include { SEQUENCES_OF_PEAKS ; MOTIFS_OF_PEAKS } from './subworkflows/peaks'
include { SEQUENCES } from './subworkflows/sequences'
include { GENOME } from './subworkflows/genome'
include { SCAN_GENOME } from './subworkflows/scan_genome'
include { VARIANTS } from './subworkflows/variants'
include { MULTIQC_FILES } from './subworkflows/multiqc'
include { checkParameters ; checkProfiles ; helpText } from './subworkflows/checks'
include { rowsOf ; textList } from './subworkflows/samplesheet'

workflow {
    main:
    if (params.help) {
        println(helpText())
        exit(0)
    }
    checkParameters(params)
    checkProfiles(workflow.profile)
    def sheet = rowsOf(params.input)
    def networks = textList(params.networks ?: sheet.kind == 'peaks' ? 'cnn-dist' : 'cnn-deep')
    def activations = textList(params.activations)
    def trials = params.trials as int
    def shards = params.shards as int
    def explained = params.explained_shards as int
    def database = params.database ? [file(params.database, checkIfExists: true)] : []
    rows = channel.fromList(sheet.rows)
    scans = channel.empty()
    summary = channel.empty()
    matched = channel.empty()
    enriched = channel.empty()
    dropped = channel.empty()
    scored = channel.empty()

    if (sheet.kind == 'synthetic') {
        SYNTHETIC(rows, networks, activations, trials, database, explained, params.outdir)
        summary = SYNTHETIC.out.summary
        matched = SYNTHETIC.out.matched
    }
    else if (sheet.kind == 'peaks') {
        SEQUENCES_OF_PEAKS(rows)
        // The filters of all trials are matched together, below, and not those of each.
        SEQUENCES(SEQUENCES_OF_PEAKS.out.labelled, networks, activations, trials, params.seed as int, [], explained, params.outdir)
        MOTIFS_OF_PEAKS(rows, SEQUENCES_OF_PEAKS.out.labelled, SEQUENCES.out.filters, networks.size() * activations.size() * trials, database, params.hits_format)
        summary = SEQUENCES.out.summary
        matched = MOTIFS_OF_PEAKS.out.matched
        enriched = MOTIFS_OF_PEAKS.out.enriched
        dropped = SEQUENCES_OF_PEAKS.out.dropped
    }
    else if (sheet.kind == 'sequences') {
        SEQUENCES(rows, networks, activations, trials, params.seed as int, database, explained, params.outdir)
        scans = SEQUENCES.out.scans
        summary = SEQUENCES.out.summary
        matched = SEQUENCES.out.matched
    }
    else if (sheet.kind == 'variants') {
        VARIANTS(rows, shards, params.variants_format)
        scored = VARIANTS.out.scored
    }
    else {
        GENOME(rows)
        scans = GENOME.out.scans
    }
    SCAN_GENOME(scans, shards, params.hits_format)
    MULTIQC_FILES(summary, matched, enriched, dropped, scored, params.outdir)

    channel.topic('versions')
        .map { process, tool, version -> "${process.tokenize(':')[-1]}\t${tool}\t${version}" }
        .unique()
        .collectFile(name: 'versions.tsv', seed: 'process\ttool\tversion', newLine: true, sort: true, storeDir: "${params.outdir}/pipeline_info")
}
