#!/usr/bin/env nextflow
/*
 * expomotif as a pipeline. What it does depends on the columns of the samplesheet (--input):
 *   id,task,...                    synthetic: made sequences with known truth, networks x activations x trials
 */
include { SYNTHETIC } from './subworkflows/synthetic'
include { rowsOf ; textList } from './subworkflows/samplesheet'

workflow {
    main:
    def sheet = rowsOf(params.input)
    def networks = textList(params.networks)
    def activations = textList(params.activations)
    def database = params.database ? [file(params.database, checkIfExists: true)] : []

    if (sheet.kind == 'synthetic') {
        SYNTHETIC(channel.fromList(sheet.rows), networks, activations, params.trials as int, database, params.outdir)
    }

    channel.topic('versions')
        .unique()
        .map { process, tool, version -> "${process.tokenize(':')[-1]}\t${tool}\t${version}" }
        .unique()
        .collectFile(name: 'versions.tsv', seed: 'process\ttool\tversion', newLine: true, sort: true, storeDir: "${params.outdir}/pipeline_info")
}
