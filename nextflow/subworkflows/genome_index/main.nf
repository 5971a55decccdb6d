/*
 * The index of a genome, for scans of regions: the one that lies beside it, else one that the process GENOMEINDEX makes once
 * for all scans.
 */

/** Whether an index must be made: for regions of a FASTA file that has none beside it. */
def needsIndex(genome, regions) {
    return regions && genome.name ==~ /.*[.](fa|fasta|fna)([.]b?gz)?/ && !beside(genome, 'fai')
}

/** The index files that lie beside a genome: .fai and .gzi, each a file or an empty list. */
def indexBeside(genome) {
    return [beside(genome, 'fai') ?: [], beside(genome, 'gzi') ?: []]
}

def beside(genome, suffix) {
    def index = genome.resolveSibling("${genome.name}.${suffix}")
    return index.exists() ? index : null
}

/** Scans, whose first elements are meta, genome and regions, with the genome's index behind them. */
def withoutIndex(scans) {
    return scans
        .filter { scan -> !needsIndex(scan[1], scan[2]) }
        .map { scan -> scan + [scan[2] ? indexBeside(scan[1]) : [[], []]] }
}

def withIndex(scans, index) {
    return scans
        .filter { scan -> needsIndex(scan[1], scan[2]) }
        .map { scan -> [scan[1].toString(), scan] }
        .combine(index, by: 0)
        .map { _key, scan, fai, gzi -> scan + [[fai, gzi]] }
}

/** The genomes that an index must be made of, each once, as GENOMEINDEX takes them. */
def unindexed(scans) {
    return scans
        .filter { scan -> needsIndex(scan[1], scan[2]) }
        .map { scan -> [scan[1].toString(), scan[1]] }
        .unique { key, _genome -> key }
}
