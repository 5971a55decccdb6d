/*
 * What a parameter or a cell of a samplesheet may be: nextflow_schema.json has the parameters, assets/schema_KIND.json the
 * columns of each kind of samplesheet. All of them end up on command lines or in names of files, and no pattern there lets a
 * quote, a blank, a $ or a line break through, but for names of files and classes.
 */
def parameterGroups() {
    def schema = new groovy.json.JsonSlurper().parse(file("${moduleDir}/../../nextflow_schema.json").toFile())
    return schema.allOf.collect { part -> schema['$defs'][part['$ref'].tokenize('/').last()] }
}

/** The parameters by name, each as nextflow_schema.json describes it. */
def parameters() {
    return parameterGroups().collectEntries { group -> group.properties }
}

/** The columns of a kind of samplesheet: [properties: by name, required: names]. */
def columnsOf(kind) {
    return new groovy.json.JsonSlurper().parse(file("${moduleDir}/../../assets/schema_${kind}.json").toFile()).items
}

/** The value as text; ends the run when it is not what the property allows, naming the place that it stands in. */
def checked(property, place, value) {
    def text = value.toString()
    if (!isAllowed(property, text)) {
        error("${place}: expected ${expectation(property)}; found ${text.replaceAll('\\p{Cntrl}', '?')}")
    }
    return text
}

def isAllowed(property, text) {
    def types = [property.type].flatten()
    if ('integer' in types && text ==~ /-?[0-9]{1,9}/ || 'number' in types && text ==~ /-?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]{1,3})?/) {
        def number = text.toDouble()
        return !(property.minimum != null && number < property.minimum || property.maximum != null && number > property.maximum
            || property.exclusiveMinimum != null && number <= property.exclusiveMinimum)
    }
    if ('boolean' in types && text in ['true', 'false']) {
        return true
    }
    return 'string' in types && (property['enum'] ? text in property['enum'] : text ==~ property.pattern)
}

def expectation(property) {
    if (property.errorMessage) {
        return property.errorMessage
    }
    if (property['enum']) {
        return "one of ${property['enum'].join(', ')}"
    }
    def what = [integer: 'a whole number of up to 9 digits', number: 'a number', boolean: 'true or false'][property.type]
    def limits = [[' from', property.minimum], [' above', property.exclusiveMinimum], [' of at most', property.maximum]]
    return what + limits.findAll { limit -> limit[1] != null }.collect { name, limit -> "${name} ${limit}" }.join('')
}

/** Ends the run when a parameter is not known, missing, or not what it should be. */
def checkParameters(given) {
    def known = parameters()
    def unknown = given.keySet().findAll { name -> !known.containsKey(name) }
    if (unknown) {
        // For --explained-limit Nextflow sets explainedLimit as well.
        def name = unknown.min { each -> distance(each.replace('-', '_'), nearest(each.replace('-', '_'), known.keySet())) }
        error("--${name} is not a parameter of this pipeline; did you mean --${nearest(name.replace('-', '_'), known.keySet())}? --help lists all")
    }
    parameterGroups().collectMany { group -> group.required ?: [] }.each { name ->
        if (given[name] == null || given[name] == '') {
            error("--${name} is missing: ${known[name].help_text ?: known[name].description}")
        }
    }
    known.each { name, property ->
        // Nextflow takes an option that nothing follows for true.
        if (given[name] == true && !('boolean' in [property.type].flatten())) {
            error("--${name}: expected ${expectation(property)}; found no value")
        }
        if (given[name] != null) {
            checked(property, "--${name}", given[name])
        }
    }
}

/** The known name that takes the fewest changes of a letter. */
def nearest(name, names) {
    return names.min { each -> distance(name, each) }
}

/** Insertions, deletions and replacements of letters that make one word of the other. */
def distance(a, b) {
    def above = (0..b.size()).toList()
    a.eachWithIndex { letter, i ->
        def row = [i + 1]
        b.eachWithIndex { other, j -> row << [above[j + 1] + 1, row[j] + 1, above[j] + (letter == other ? 0 : 1)].min() }
        above = row
    }
    return above.last()
}

/** Ends the run when profiles are given of which only one can hold. */
def checkProfiles(profiles) {
    def names = profiles.tokenize(',')*.trim()
    [
        'say where the program comes from': ['docker', 'podman', 'apptainer', 'singularity', 'conda'],
        'are tests': ['test', 'test_peaks', 'test_sequences', 'test_genome', 'test_variants'],
        'say where tasks run': ['standard', 'slurm'],
    ].each { what, alternatives ->
        def chosen = names.findAll { name -> name in alternatives }
        if (chosen.size() > 1) {
            error("-profile ${profiles}: ${chosen.join(' and ')} all ${what}; give one of them")
        }
    }
}

/** What --help prints: every parameter with its meaning and default, by group. */
def helpText() {
    def groups = parameterGroups().collect { group ->
        def rows = group.properties.findAll { _name, property -> !property.hidden }.collect { name, property ->
            def notes = []
            if (property['enum']) {
                notes << "one of ${property['enum'].join(', ')}"
            }
            if (property.default != null) {
                notes << "default: ${property.default}"
            }
            if (name in (group.required ?: [])) {
                notes << 'required'
            }
            "  --${name.padRight(20)} ${property.description}${notes ? ' [' + notes.join('; ') + ']' : ''}"
        }
        "${group.title}\n${rows.join('\n')}"
    }
    def usage = 'Usage: nextflow run OWNER/expomotif -profile docker --input samplesheet.csv --outdir results'
    return ([usage] + groups + ['The columns of the samplesheet say what is done; docs/nextflow-usage.md describes them.']).join('\n\n')
}
