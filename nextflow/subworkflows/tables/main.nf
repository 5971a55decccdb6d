/** The row of means of a table, by column; empty when there is none, as in a stub run. */
def meanRow(table) {
    def lines = table.readLines().findAll { line -> !line.startsWith('#') }
    def mean = lines.find { line -> line.startsWith('mean\t') }
    return mean ? [lines[0].tokenize('\t'), mean.split('\t', -1) as List].transpose().collectEntries { name, cell -> [name, cell] } : [:]
}

/** The rows of a table as maps by column, without comments. */
def cellsOf(table) {
    def lines = table.readLines().findAll { line -> line && !line.startsWith('#') }
    def header = lines ? lines[0].split('\t', -1) as List : []
    return lines.drop(1).collect { line -> [header, line.split('\t', -1) as List].transpose().collectEntries { name, cell -> [name, cell] } }
}

/** The word after a name in the comments of a table. */
def noted(table, name) {
    def line = table.readLines().find { text -> text.startsWith("# ${name} ") }
    return line ? line.tokenize(' ')[2] : null
}

/** Cells as a line of a table; NA for what was not measured. */
def tableLine(cells) {
    return cells.collect { cell -> cell == null ? 'NA' : cell.toString() }.join('\t')
}

/** The names of the shares of a task that is shared out, 1/N to N/N; an empty name where one process does it all. */
def shareNames(count) {
    return count > 1 ? (1..count).collect { number -> "${number}/${count}".toString() } : ['']
}

/** A network as EXPOMOTIF_TRAIN takes it: a description in a file, or none for a network of the program. */
def networkFile(network) {
    return network.endsWith('.json') ? file(network, checkIfExists: true) : []
}

/** The name of a network in names of files and in tables. */
def networkName(network) {
    return network.endsWith('.json') ? file(network).baseName : network
}

/** The comments of a text file, plain or gzip: of a table all lines that begin with #, of other files those before its records. */
def commentsOf(file) {
    def stream = file.newInputStream()
    def isTable = file.name ==~ /.*\.tsv(?:\.gz)?/
    return (file.name.endsWith('.gz') ? new java.util.zip.GZIPInputStream(stream) : stream)
        .withReader('UTF-8') { reader -> new BufferedReader(reader).lines().takeWhile { line -> isTable || line.startsWith('#') }.filter { line -> line.startsWith('#') }.toList() }
}
