/**
 * Values as words of a shell script: each in single quotes, so that it is one word and nothing in it is executed. Files
 * are named as they are in the folder of the task; those of a list are separated by blanks.
 */
def quoted(values) {
    def all = values instanceof List ? values : [values]
    return all.collect { value -> "'" + value.toString().replace("'", "'\\''") + "'" }.join(' ')
}
