/*
 * What a parameter or a cell of the samplesheet may be. All of them end up on command lines or in names of files, and none
 * of these patterns lets a quote, a blank, a $ or a line break through, but for names of files and classes.
 */
def kindsOfValues() {
    [
        id: [pattern: '[A-Za-z0-9_][A-Za-z0-9._-]*', what: 'letters, digits, dots, dashes and underscores, the first a letter, a digit or an underscore'],
        task: [pattern: '[a-z][a-z-]*', what: 'the name of a task, such as classes'],
        word: [pattern: '[A-Za-z0-9][A-Za-z0-9._:+-]*', what: 'a name of letters, digits and any of ._:+-, the first a letter or a digit'],
        words: [pattern: '[A-Za-z0-9][A-Za-z0-9._:+-]*( *, *[A-Za-z0-9][A-Za-z0-9._:+-]*)*', what: 'names separated by commas, of letters, digits and any of ._:+-'],
        className: [pattern: '[^\\p{Cntrl}\'@-][^\\p{Cntrl}\']*', what: 'the name of a class, without quotes, or its number counted from 1'],
        count: [pattern: '[1-9][0-9]{0,8}', what: 'a whole number from 1 to 999999999'],
        seed: [pattern: '-?[0-9]{1,9}', what: 'a whole number of up to 9 digits'],
        whole: [pattern: '[0-9]{1,9}', what: 'a whole number from 0 to 999999999'],
        number: [pattern: '[0-9]*[.]?[0-9]+([eE][+-]?[0-9]+)?', what: 'a number from 0'],
        engine: [pattern: 'simd|dl4j', what: 'simd or dl4j'],
        format: [pattern: '(bed|tsv|gff3)([.]gz)?', what: 'bed, tsv or gff3, with or without .gz behind it'],
        file: [pattern: '[^\\p{Cntrl}$*?{}\\[\\]]*', what: 'the name of a file without any of $ * ? { } [ ] and without control characters'],
    ]
}

/** The value as text; ends the run when it is not of that kind, naming the place that it stands in. */
def checked(kind, place, value) {
    def text = value.toString()
    def expected = kindsOfValues()[kind]
    if (!(text ==~ expected.pattern)) {
        error("${place}: expected ${expected.what}; found ${text.replaceAll('\\p{Cntrl}', '?')}")
    }
    def name = text.tokenize('/')
    if (kind == 'file' && name && name.last() ==~ /[-~@].*/) {
        error("${place}: the name of a file may not begin with ${name.last()[0]}; found ${text}")
    }
    return text
}

/** Ends the run when a parameter that a command line is made of is not what it should be. */
def checkParameters(given) {
    def kinds = [
        database: 'file', networks: 'words', activations: 'words', trials: 'count', seed: 'seed', epochs: 'count', engine: 'engine', gpus: 'whole',
        peak_length: 'count', valid_chromosomes: 'words', test_chromosomes: 'words',
        shards: 'count', threshold: 'number', hits_format: 'format', queue: 'words',
        attribution: 'word', explained_class: 'className', explained_limit: 'count', explained_shards: 'count',
    ]
    def optional = ['database', 'queue', 'valid_chromosomes', 'test_chromosomes']
    kinds.each { name, kind ->
        if (!(name in optional && given[name] == null)) {
            checked(kind, "--${name}", given[name])
        }
    }
}
