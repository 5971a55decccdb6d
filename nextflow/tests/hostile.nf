/*
 * What would be executed if it reached a shell as it is: refused by the checks, and one plain word where it is quoted.
 * Writes words.txt, the words as a shell saw them. hostile.sh runs this and looks.
 */
include { quoted } from '../modules/expomotif/merge'
include { checked ; checkParameters } from '../subworkflows/checks'

def hostileValues() {
    return [
        '1; touch pwned',
        '1 && touch pwned',
        '1 | touch pwned',
        '$(touch pwned)',
        '`touch pwned`',
        '\'; touch pwned; \'',
        '"; touch pwned; "',
        '1\ntouch pwned\n',
        '1\rtouch pwned',
        '1 > pwned',
        '<(touch pwned)',
        '${IFS}touch',
        '\\',
        '--output=pwned',
        '@pwned',
        '~root',
        '*',
        '{a,b}',
        '',
    ]
}

def isRefused(kind, value) {
    return complaint { checked(kind, 'here', value) }.startsWith('here: ')
}

/** What a closure is refused with, on one line; empty when it is not. */
def complaint(closure) {
    try {
        closure.call()
        return ''
    }
    catch (Exception expected) {
        def message = (expected.cause ?: expected).message
        assert !message.contains('\n')
        return message
    }
}

def goodParameters() {
    return [
        database: null, networks: 'cnn-deep', activations: 'relu,exponential', trials: 1, seed: 1, epochs: 100, engine: 'simd', gpus: 0,
        shards: 8, threshold: 1e-4, hits_format: 'bed.gz', queue: null,
        peak_length: 200, valid_chromosomes: null, test_chromosomes: 'chr8,chrUn_1',
        attribution: 'integrated-gradients', explained_class: 1, explained_limit: 500, explained_shards: 4,
    ]
}

process WORDS {
    input:
    val values
    path files

    output:
    path 'words.txt'

    script:
    """
    printf '<%s>\\n' ${quoted(values)} >words.txt
    cat -- ${quoted(files)} >>words.txt
    """
}

workflow {
    main:
    ['id', 'task', 'word', 'words', 'count', 'seed', 'whole', 'number', 'engine', 'format'].each { kind ->
        hostileValues().each { value ->
            assert isRefused(kind, value)
        }
    }
    // A class is put into single quotes, a file is named by the shell of Nextflow, too.
    ['\'', '\n', '\r', '\t', '\u0007'].each { each -> assert isRefused('className', "a${each}b") && (each == '\'' || isRefused('file', "a${each}b")) }
    ['-a', '@a', ''].each { value -> assert isRefused('className', value) }
    ['a$b', 'a*', 'a?', '{a,b}', '[ab]', 'x/-a', '@a', '~a'].each { value -> assert isRefused('file', value) }
    [['id', 'a.b-c_1'], ['task', 'classes'], ['word', 'exponential:2.5'], ['words', 'cnn-2, cnn-50'], ['className', 'C/EBP beta; "x"'], ['count', 30000],
        ['seed', -1], ['whole', 0], ['number', 1.0E-4], ['number', 1], ['format', 'bed.gz'], ['file', '../it\'s; a "b" & (c) `d`.fa']].each { kind, value ->
        assert checked(kind, 'here', value) == value.toString()
    }
    checkParameters(goodParameters())
    goodParameters().keySet().each { name ->
        assert complaint { checkParameters(goodParameters() + [(name): '$(touch pwned)\'']) }.startsWith("--${name}: expected ")
    }
    WORDS(channel.value(hostileValues()), channel.fromPath("${launchDir}/names/*").toSortedList { file -> file.name })
    WORDS.out.collectFile(storeDir: launchDir)
}
