include { cellsOf ; commentsOf } from '../tables'

/**
 * Tables and plots that MultiQC reads without a plug-in, as files *_mqc.json: metrics of the networks, motifs with a match,
 * enriched motifs, records that were dropped, and what became of the alleles of variants. A channel without a value makes no file.
 */
workflow MULTIQC_FILES {
    take:
    summary // the table of all networks
    matched // meta, matches of motifs, the motifs
    enriched // meta, table of enriched motifs
    dropped // meta, table of records that were dropped
    scored // meta, variants with their effects
    outdir // folder of the results

    main:
    metrics = summary
        .map { table -> ['metrics', content('metrics', 'Networks', 'Figures of each trained network, each a mean over classes.', metricColumns(), metricsOf(table))] }
    matches = matched
        .map { meta, table, motifs -> [meta.id, [motifs: motifsIn(motifs), matched: cellsOf(table)*.Query_ID.unique().size()]] }
        .toSortedList { a, b -> a[0] <=> b[0] }
        .filter { rows -> rows }
        .map { rows -> ['matches', content('matches', 'Motifs with a match', 'How many of the learned motifs match a known one.', matchColumns(), rows.collectEntries { id, row -> [id, row + [fraction: row.motifs ? row.matched / row.motifs : 0]] })] }
    tests = enriched
        .map { meta, table -> [meta.id, cellsOf(table).take(10)] }
        .toSortedList { a, b -> a[0] <=> b[0] }
        .map { tables -> enrichedOf(tables) }
        .filter { rows -> rows }
        .map { rows -> ['enriched', content('enriched', 'Enriched motifs', 'The ten most enriched motifs of each sample, learned and known.', enrichedColumns(), rows)] }
    left = dropped
        .map { meta, table -> [meta.id, cellsOf(table).countBy { row -> reasonOf(row.reason) }] }
        .toSortedList { a, b -> a[0] <=> b[0] }
        .filter { rows -> rows.any { row -> row[1] } }
        .map { rows -> ['dropped', content('dropped', 'Peaks that are not used', 'Records of the peaks that were dropped, by reason.', null, rows.collectEntries { row -> [row[0], row[1]] })] }
    alleles = scored
        .map { meta, file -> [meta.id, countsOf(file)] }
        .toSortedList { a, b -> a[0] <=> b[0] }
        .filter { rows -> rows.any { row -> row[1] } }
        .map { rows -> ['variants', content('variants', 'Alleles of variants', 'ALT alleles that are scored, and those that are not, by reason.', null, rows.collectEntries { row -> [row[0], row[1]] })] }
    metrics
        .mix(matches, tests, left, alleles)
        .collectFile(storeDir: "${outdir}/multiqc") { name, text -> ["expomotif_${name}_mqc.json", text] }
}

/** One section of MultiQC: a table if columns are given, otherwise a bar plot. */
def content(name, title, about, columns, rows) {
    def section = [
        id: "expomotif_${name}".toString(), parent_id: 'expomotif', parent_name: 'expomotif', section_name: title, description: about,
        plot_type: columns ? 'table' : 'bargraph', pconfig: [id: "expomotif_${name}_plot".toString(), title: "expomotif: ${title}".toString()], data: rows,
    ]
    return groovy.json.JsonOutput.prettyPrint(groovy.json.JsonOutput.toJson(columns ? section + [headers: columns] : section)) + '\n'
}

/** Shares from 0 to 1, drawn as bars. */
def share(title) {
    return [title: title, min: 0, max: 1, format: '{:,.3f}']
}

def metricColumns() {
    return [
        valid_auroc: share('AUROC (valid)'), valid_aupr: share('AUPR (valid)'), test_auroc: share('AUROC (test)'), test_aupr: share('AUPR (test)'),
        auroc: share('AUROC'), aupr: share('AUPR'), match_fraction: share('Match fraction'), planted_found: share('Planted motifs found'),
        localization_auroc: share('AUROC of sites'), attribution_auroc: share('AUROC of bases'), attribution_aupr: share('AUPR of bases'),
    ]
}

def metricsOf(table) {
    return cellsOf(table).collectEntries { row ->
        def figures = row.findAll { name, cell -> metricColumns().containsKey(name) && cell.isNumber() }
        ["${row.data}.${row.network}.${row.activation}.${row.trial}".toString(), figures.collectEntries { name, cell -> [name, cell.toDouble()] }]
    }
}

def matchColumns() {
    return [motifs: [title: 'Motifs', format: '{:,.0f}'], matched: [title: 'With a match', format: '{:,.0f}'], fraction: share('Share')]
}

def motifsIn(files) {
    return [files].flatten().sum { file -> file.readLines().count { line -> line.startsWith('MOTIF ') } }
}

def enrichedColumns() {
    return [
        name: [title: 'Name'], consensus: [title: 'Consensus'], positives: [title: '% of the peaks', format: '{:,.1f}'], controls: [title: '% of the negatives', format: '{:,.1f}'],
        log_evalue: [title: 'ln E', format: '{:,.1f}', scale: 'Blues-rev'],
    ]
}

def enrichedOf(tables) {
    return tables.collectMany { id, rows ->
        rows.collect { row ->
            def figures = [positives: row['TP%'], controls: row['FP%'], log_evalue: row.LOG_EVALUE].findAll { _name, cell -> cell?.isNumber() }
            ["${id}: ${row.ID}".toString(), [name: row.ALT_ID ?: row.ID, consensus: row.CONSENSUS] + figures.collectEntries { name, cell -> [name, cell.toDouble()] }]
        }
    }.collectEntries { row -> row }
}

def reasonOf(text) {
    def known = ['blacklist': 'in the blacklist', 'unknown': 'unknown bases', 'no sequence': 'sequence not in the genome', 'not within': 'beyond an end of a sequence', 'same centre': 'centre of another']
    return known.find { word, _reason -> text.contains(word) }?.value ?: 'other'
}

/**
 * What became of the alleles of a file, from the last such comment, as a file that was scored before has an older one:
 * "1,050 records, 1,046 ALT alleles: 1,026 scored, 20 symbolic".
 */
def countsOf(file) {
    def counted = commentsOf(file).findResults { line -> (line =~ /^#.*[=# ][0-9,]+ records?(?: [(][^)]*[)])?, [0-9,]+ ALT alleles?: ((?:(?:, )?[0-9,]+ [^,]+)+)$/).with { found -> found ? found[0][1] : null } }
    return counted ? counted.last().split(', ').collectEntries { part -> [part.substring(part.indexOf(' ') + 1), part.tokenize(' ')[0].replace(',', '') as long] } : [:]
}
