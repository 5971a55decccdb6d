/*
 * The samplesheet: comma-separated, with a header. Which columns it has says what is to be done. Files are named from
 * the folder of the samplesheet, or by a whole path or address.
 */
include { checked } from '../checks'

def columnsOfKinds() {
    [
        synthetic: [needed: ['id', 'task'], more: ['number', 'length', 'seed'], files: []],
        peaks: [needed: ['id', 'peaks', 'genome'], more: ['blacklist', 'control'], files: ['peaks', 'genome', 'blacklist', 'control']],
        sequences: [needed: ['id', 'sequences', 'labels'], more: ['genome', 'regions'], files: ['sequences', 'labels', 'genome', 'regions']],
        genome: [needed: ['id', 'genome'], more: ['motifs', 'model', 'regions'], files: ['genome', 'motifs', 'model', 'regions']],
    ]
}

/** The rows of the samplesheet as maps, and what kind of samplesheet it is. */
def rowsOf(input) {
    if (!input) {
        error("--input is missing: give a samplesheet, such as test-data/nextflow/genome.csv; docs/nextflow.md shows the columns")
    }
    def sheet = file(input, checkIfExists: true)
    def lines = sheet.readLines().findAll { line -> line.trim() && !line.startsWith('#') }
    if (lines.size() < 2) {
        error("${input}: expected a header and at least one row, found ${lines.size()} lines")
    }
    def header = lines[0].split(',', -1)*.trim()
    def kinds = columnsOfKinds()
    def kind = header.contains('task') ? 'synthetic' : header.contains('labels') ? 'sequences' : header.contains('peaks') ? 'peaks' : 'genome'
    def columns = kinds[kind]
    def missing = columns.needed - header
    def unknown = header - columns.needed - columns.more
    if (missing || unknown) {
        def found = missing ? "missing: ${missing.join(',')}" : "not known: ${unknown.join(',')}"
        error("${input}: a ${kind} samplesheet has the columns ${columns.needed.join(',')} and may have ${columns.more.join(',')}; ${found.replaceAll('\\p{Cntrl}', '?')}")
    }
    def rows = lines.drop(1).withIndex().collect { line, i -> row(input, i + 2, header, line, columns, sheet.parent) }
    def twice = rows*.id.countBy { id -> id }.findAll { _id, count -> count > 1 }.keySet()
    if (twice) {
        error("${input}: the id ${twice[0]} stands in more than one row; outputs are named after it")
    }
    return [kind: kind, rows: rows]
}

def row(input, number, header, line, columns, folder) {
    def cells = line.split(',', -1)*.trim()
    if (cells.size() != header.size()) {
        error("${input}, row ${number}: expected ${header.size()} cells as in the header, found ${cells.size()}")
    }
    def values = [header, cells].transpose().collectEntries { name, cell -> [name, cell] }
    columns.needed.each { name ->
        if (!values[name]) {
            error("${input}, row ${number}: the column ${name} is empty")
        }
    }
    // Outputs are named after the id.
    def kinds = [id: 'id', task: 'task', number: 'count', length: 'count', seed: 'seed'] + columns.files.collectEntries { name -> [name, 'file'] }
    values.findAll { _name, cell -> cell }.each { name, cell -> checked(kinds[name], "${input}, row ${number}, column ${name}", cell) }
    columns.files.findAll { name -> values[name] }.each { name -> values[name] = named(values[name], folder) }
    return values
}

def named(text, folder) {
    def whole = text.startsWith('/') || text ==~ /^[a-z0-9]+:\/\/.*/
    return file(whole ? text : "${folder}/${text}", checkIfExists: true)
}

/** The words of a parameter that lists several, separated by commas. */
def textList(value) {
    return value.toString().tokenize(',')*.trim()
}
