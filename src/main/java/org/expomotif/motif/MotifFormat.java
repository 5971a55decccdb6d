package org.expomotif.motif;

/** The motif formats that can be read. {@code FormatDetection} describes how they are detected. */
public enum MotifFormat {
    /** Text of the MEME Suite: minimal format, or the full output of MEME, STREME or DREME. */
    MEME_TEXT("MEME text"),
    /** The XML output of MEME, STREME or DREME. */
    MEME_XML("XML of the MEME Suite"),
    /** One row per letter, with or without the letters and brackets. */
    JASPAR("JASPAR (one row per letter)"),
    /** Records of two-letter keys with a {@code P0} matrix. */
    TRANSFAC("TRANSFAC"),
    /** {@code DE} records without a {@code P0} line. */
    STAMP("STAMP"),
    /** One row per position below {@code >consensus<TAB>name<TAB>threshold}. */
    HOMER("HOMER"),
    /** One row per position below a bare {@code >name}. */
    POSITION_ROWS("one row per position (HOCOMOCO, Cluster-Buster, gimmemotifs)"),
    /** One numbered row per position below {@code Pos A C G T}. */
    CIS_BP("CIS-BP"),
    /** Rows {@code A:}, {@code C:}, {@code G:}, {@code T:} below a name. */
    UNIPROBE("UniPROBE"),
    /** The YAML text of the R package universalmotif. */
    UNIVERSALMOTIF("universalmotif");

    private final String label;

    MotifFormat(String label) {
        this.label = label;
    }

    /** The name of the format in messages. */
    public String label() {
        return label;
    }
}
