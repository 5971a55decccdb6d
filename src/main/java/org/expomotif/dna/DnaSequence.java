package org.expomotif.dna;

/**
 * A sequence with its name and description, as read from a file.
 *
 * @param name the header up to the first white space
 * @param description the rest of the header; may be empty
 * @param letters the bases as ASCII, case and ambiguity letters kept, without white space; not copied
 */
public record DnaSequence(String name, String description, byte[] letters) {
    /** Number of bases. */
    public int length() {
        return letters.length;
    }

    /** The bases as codes of {@link Nucleotide}, a new array. */
    public byte[] codes() {
        return Nucleotide.codes(letters);
    }
}
