/*
 * The samplesheet: comma-separated, with a header. Which columns it has says what is to be done. Files are named from
 * the folder of the samplesheet, or by a whole path or address.
 */
include { checked ; columnsOf } from '../checks'

/** The rows of the samplesheet as maps, and what kind of samplesheet it is. */
def rowsOf(input) {
    def sheet = file(input, checkIfExists: true)
    def lines = sheet.readLines().findAll { line -> line.trim() && !line.startsWith('#') }
    if (lines.size() < 2) {
        error("${input}: expected a header and at least one row, found ${lines.size()} lines")
    }
    def header = lines[0].split(',', -1)*.trim()
    def kind = header.contains('task') ? 'synthetic' : header.contains('vcf') ? 'variants' : header.contains('labels') ? 'sequences' : header.contains('peaks') ? 'peaks' : 'genome'
    def columns = columnsOf(kind)
    def missing = columns.required - header
    def unknown = header - (columns.properties.keySet() as List)
    if (missing || unknown) {
        def found = missing ? "missing: ${missing.join(',')}" : "not known: ${unknown.join(',')}"
        error("${input}: a ${kind} samplesheet has the columns ${columns.required.join(',')} and may have ${((columns.properties.keySet() as List) - columns.required).join(',')}; ${found.replaceAll('\\p{Cntrl}', '?')}")
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
    columns.required.each { name ->
        if (!values[name]) {
            error("${input}, row ${number}: the column ${name} is empty")
        }
    }
    values.findAll { _name, cell -> cell }.each { name, cell -> checked(columns.properties[name], "${input}, row ${number}, column ${name}", cell) }
    columns.properties.findAll { name, property -> property.format == 'file-path' && values[name] }.each { name, _property -> values[name] = named(values[name], folder) }
    columns.properties.findAll { name, property -> property.format == 'file-path-list' && values[name] }.each { name, _property -> values[name] = values[name].tokenize(';').collect { each -> named(each.trim(), folder) } }
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
