/*
 * What would be executed if it reached a shell as it is is refused by the checks; names of files, in which much of it may
 * stand, are quoted by Nextflow. Writes words.txt, the files as a shell saw them. hostile.sh runs this and looks.
 */
include { checked ; checkParameters ; columnsOf ; parameters } from '../subworkflows/checks'

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

/** The properties of parameters and columns by name. */
def described() {
    return parameters() + columnsOf('peaks').properties + columnsOf('synthetic').properties + columnsOf('variants').properties
}

def isRefused(name, value) {
    return complaint { checked(described()[name], 'here', value) }.startsWith('here: ')
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
    return parameters().findAll { _name, property -> property.default != null }.collectEntries { name, property -> [name, property.default] } + [
        input: 'samples.csv', networks: 'cnn-deep', activations: 'relu,exponential', test_chromosomes: 'chr8,chrUn_1', queue: 'long', database: 'a b.meme',
    ]
}

process WORDS {
    input:
    path files

    output:
    path 'words.txt'

    script:
    def listed = files.collect { file -> "${file}" }.join(' ')
    """
    printf '<%s>\\n' ${listed} >words.txt
    cat -- ${files} >>words.txt
    """
}

workflow {
    main:
    ['id', 'task', 'attribution', 'networks', 'epochs', 'seed', 'gpus', 'threshold', 'engine', 'hits_format', 'container', 'qvalue', 'null_shuffles', 'placement', 'variants_format'].each { name ->
        hostileValues().findAll { value -> name != 'container' || value =~ /[ $`'"\\]/ }.each { value ->
            assert isRefused(name, value) : "${name}: ${value}"
        }
    }
    // A class is put into single quotes, a file is named by the shell of Nextflow, too.
    ['\'', '\n', '\r', '\t', '\u0007'].each { each -> assert isRefused('explained_class', "a${each}b") && (each == '\'' || isRefused('peaks', "a${each}b")) }
    ['-a', '@a', ''].each { value -> assert isRefused('explained_class', value) }
    ['a$b', 'a*', 'a?', '{a,b}', '[ab]', 'x/-a', '@a', '~a', '#a', ''].each { value -> assert isRefused('peaks', value) && isRefused('database', value) }
    ['a;', ';a', 'a;;b', 'a;-b', 'a;$b', 'a;b/@c', 'a;*'].each { value -> assert isRefused('model', value) }
    [['id', 'a.b-c_1'], ['task', 'classes'], ['attribution', 'smoothgrad'], ['activations', 'exponential:2.5'], ['networks', 'cnn-2, cnn-50'], ['explained_class', 'C/EBP beta; "x"'], ['number', 30000],
        ['seed', -1], ['gpus', 0], ['threshold', 1.0E-4], ['threshold', 1], ['hits_format', 'bed.gz'], ['genome', '../it\'s; a "b" & (c) `d`.fa'], ['networks', 'a/b.json'],
        ['model', '../it\'s a "b" & (c).zip;d/e f.zip'], ['placement', 'start'], ['placement', 30], ['null_shuffles', 0]].each { name, value ->
        assert checked(described()[name], 'here', value) == value.toString()
    }
    ['0', '1.5', '-0.1'].each { value -> assert isRefused('threshold', value) }
    ['0', '1.5', '-1', 'many', '1e3'].each { value -> assert isRefused('epochs', value) && isRefused('number', value) }
    checkParameters(goodParameters())
    (goodParameters().keySet() - ['outdir']).each { name ->
        assert complaint { checkParameters(goodParameters() + [(name): '$(touch pwned)\'']) }.startsWith("--${name}: expected ")
    }
    assert complaint { checkParameters(goodParameters() + [epoch: 3]) }.startsWith('--epoch is not a parameter of this pipeline; did you mean --epochs?')
    assert complaint { checkParameters(goodParameters() + ['explained-limit': 3, explainedLimit: 3]) }.contains('did you mean --explained_limit?')
    assert complaint { checkParameters(goodParameters() - [input: 'samples.csv']) }.startsWith('--input is missing')
    WORDS(channel.fromPath("${launchDir}/names/*").toSortedList { file -> file.name })
    WORDS.out.collectFile(storeDir: launchDir)
}
