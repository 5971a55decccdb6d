package org.expomotif.io;

import java.util.Optional;

/** Kinds of files that are detected by their first bytes and cannot be read as text. */
public enum ContentKind {
    BZIP2("a bzip2 file", "decompress it first (bunzip2)", 'B', 'Z', 'h'),
    XZ("an xz file", "decompress it first (unxz)", 0xFD, '7', 'z', 'X', 'Z'),
    ZSTD("a zstd file", "decompress it first (unzstd)", 0x28, 0xB5, 0x2F, 0xFD),
    LZ4("an lz4 file", "decompress it first (unlz4)", 0x04, 0x22, 0x4D, 0x18),
    LZIP("an lzip file", "decompress it first (lzip -d)", 'L', 'Z', 'I', 'P'),
    COMPRESS("a file of compress (.Z)", "decompress it first (uncompress)", 0x1F, 0x9D),
    SEVEN_ZIP("a 7z archive", "unpack it first", '7', 'z', 0xBC, 0xAF),
    RAR("a rar archive", "unpack it first", 'R', 'a', 'r', '!', 0x1A),
    UTF_16_LITTLE("UTF-16 text", "save it as plain text (UTF-8)", 0xFF, 0xFE),
    UTF_16_BIG("UTF-16 text", "save it as plain text (UTF-8)", 0xFE, 0xFF),
    ZIP("a zip archive", "unpack it first (unzip)", 'P', 'K', 3, 4),
    GZIP("a gzip file within a gzip file", "decompress it once (gunzip)", 0x1F, 0x8B),
    TWO_BIT("a .2bit genome", "give it as an uncompressed file", 0x43, 0x27, 0x41, 0x1A),
    PDF("a PDF document", "save the text in a file of its own", '%', 'P', 'D', 'F'),
    BAM("a BAM file", "convert it to FASTA (samtools fasta)", 'B', 'A', 'M', 1),
    CRAM("a CRAM file", "convert it to FASTA (samtools fasta)", 'C', 'R', 'A', 'M');

    private final String noun;
    private final String remedy;
    private final int[] magic;

    ContentKind(String noun, String remedy, int... magic) {
        this.noun = noun;
        this.remedy = remedy;
        this.magic = magic;
    }

    /** The kind of content that begins with these bytes; empty when it is none of these kinds. */
    public static Optional<ContentKind> of(byte[] bytes, int from, int to) {
        for (ContentKind kind : values()) {
            if (kind.begins(bytes, from, to)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private boolean begins(byte[] bytes, int from, int to) {
        if (to - from < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[from + i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether no reader of the program accepts such content; zip files are read as arrays and models. */
    boolean isNeverRead() {
        return this != ZIP && this != GZIP && this != TWO_BIT;
    }

    /** The name of the kind, with its article. */
    public String noun() {
        return noun;
    }

    /** The remedy for the user, as an imperative. */
    public String remedy() {
        return remedy;
    }
}
