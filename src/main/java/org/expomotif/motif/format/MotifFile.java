package org.expomotif.motif.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.expomotif.io.ControlCharacters;
import org.expomotif.io.Inputs;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifFormat;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.UserException;
import org.expomotif.run.Warnings;

/**
 * Reads motif files of all formats of {@link MotifFormat}; the format is detected from the content.
 *
 * <p>Matrices in MEME format are kept as written; counts and probabilities of other formats are divided by the sum of
 * their position, without pseudocounts. All motifs of the file are returned, including those with repeated identifiers;
 * see {@link MotifSet#withDistinctIds} and {@link MotifSet#firstOfEachId}.
 */
public final class MotifFile {
    private static final int HEAD_BYTES = 1 << 16;
    private static final int MAX_BYTES = 1 << 30;

    /**
     * Maximum number of positions of a motif; the time for comparing and scanning grows with the square of the width.
     */
    public static final int WIDEST = 1000;

    private MotifFile() {}

    /** Reads all motifs of a file without receiving warnings. */
    public static MotifSet read(String pathOrDash) {
        return read(pathOrDash, Warnings.NONE);
    }

    /**
     * Reads all motifs of a file.
     *
     * @param pathOrDash a plain, gzip or bgzip file, or {@code -} for standard input
     * @param warnings receives a warning when motifs are left out because the file has no matrix for them
     * @return at least one motif, in the order of the file
     * @throws UserException naming the file and the line when the file cannot be read, its format is unknown, or its
     *     content is malformed
     */
    public static MotifSet read(String pathOrDash, Warnings warnings) {
        try (InputStream in = Inputs.open(pathOrDash)) {
            return read(in, Inputs.name(pathOrDash), warnings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads all motifs of a file with distinct identifiers; see {@link MotifSet#withDistinctIds}.
     *
     * @param pathOrDash a plain, gzip or bgzip file, or {@code -} for standard input
     */
    public static MotifSet readDistinct(String pathOrDash, Warnings warnings) {
        return read(pathOrDash, warnings).withDistinctIds(Inputs.name(pathOrDash), warnings);
    }

    /**
     * Reads all motifs of a file as {@link #readDistinct} does, or none, with a warning, from MEME text that has a
     * header and no motif. Such a file is the result of a search that has found nothing.
     *
     * @param pathOrDash a plain, gzip or bgzip file, or {@code -} for standard input
     */
    public static MotifSet readDistinctOrNone(String pathOrDash, Warnings warnings) {
        String name = Inputs.name(pathOrDash);
        try (InputStream in = Inputs.open(pathOrDash)) {
            MotifSet found = readAny(in, name, warnings);
            if (found.motifs().isEmpty()) {
                warnings.warn(name + ": the file has no motif");
                return found;
            }
            return found.withDistinctIds(name, warnings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the first motif of each identifier of a file; see {@link MotifSet#firstOfEachId}.
     *
     * @param pathOrDash a plain, gzip or bgzip file, or {@code -} for standard input
     */
    public static MotifSet readFirstOfEachId(String pathOrDash, Warnings warnings) {
        return read(pathOrDash, warnings).firstOfEachId(Inputs.name(pathOrDash), warnings);
    }

    /**
     * Reads all motifs of a stream, as {@link #read(String)} does.
     *
     * @param in uncompressed text; not closed
     * @param name name of the input in messages
     */
    public static MotifSet read(InputStream in, String name) throws IOException {
        return read(in, name, Warnings.NONE);
    }

    private static MotifSet read(InputStream in, String name, Warnings warnings) throws IOException {
        MotifSet found = readAny(in, name, warnings);
        if (found.motifs().isEmpty()) {
            throw new UserException("the file has no motif").in(name).expected(FormatDetection.FORMATS);
        }
        return found;
    }

    /** Reads all motifs of a stream; of MEME text also none. */
    private static MotifSet readAny(InputStream in, String name, Warnings warnings) throws IOException {
        byte[] head = in.readNBytes(HEAD_BYTES);
        rejectBinary(head, name);
        MotifText start = text(head, name);
        boolean whole = head.length < HEAD_BYTES;
        boolean commented = start.nextContent(0) == start.size();
        MotifText lines = whole || !commented ? start : text(withRest(head, in, name), name);
        FormatDetection.Family family = FormatDetection.of(lines);
        lines = whole || commented ? lines : text(withRest(head, in, name), name);
        MotifSet found = switch (family) {
            case MEME -> MemeReader.read(lines);
            case XML -> MemeXmlReader.read(lines);
            case TRANSFAC -> TransfacReader.read(lines);
            case STAMP -> StampReader.read(lines);
            case CIS_BP -> CisBpReader.read(lines, warnings);
            case UNIPROBE -> UniprobeReader.read(lines);
            case UNIVERSALMOTIF -> UniversalmotifReader.read(lines);
            case BLOCKS -> BlockReader.read(lines);
        };
        if (found.motifs().isEmpty() && family != FormatDetection.Family.MEME) {
            throw new UserException("the file has no motif").in(name).expected(FormatDetection.FORMATS);
        }
        for (int m = 0; m < found.motifs().size(); m++) {
            rejectControlCharacters(found.motifs().get(m), m + 1, name);
        }
        found.motifs().forEach(motif -> rejectWide(motif, name));
        return found;
    }

    /** Tabs in the alternative name are allowed, because every writer replaces them by spaces. */
    private static void rejectControlCharacters(Motif motif, int number, String file) {
        for (String text : List.of(motif.id(), motif.name().replace('\t', ' '), motif.url())) {
            if (ControlCharacters.areIn(text)) {
                throw new UserException("the name of the motif holds a control character")
                        .in(file)
                        .atRecord("motif " + number)
                        .found("\"" + text + "\"");
            }
        }
    }

    private static void rejectWide(Motif motif, String name) {
        if (motif.width() > WIDEST) {
            throw new UserException("the motif is too wide")
                    .in(name)
                    .atRecord(MotifText.record(motif.id()))
                    .expected(String.format(Locale.ROOT, "at most %,d positions", WIDEST))
                    .found(String.format(Locale.ROOT, "%,d", motif.width()))
                    .remedy("give the informative positions alone");
        }
    }

    private static void rejectBinary(byte[] head, String name) {
        Optional<String> kind = OtherFile.ofBytes(head, head.length);
        if (kind.isPresent()) {
            UserException fault =
                    new UserException("this is " + kind.get()).in(name).expected(FormatDetection.FORMATS);
            throw kind.get().contains("UTF-16") ? fault.remedy("save it as UTF-8") : fault;
        }
    }

    private static byte[] withRest(byte[] head, InputStream in, String name) throws IOException {
        byte[] rest = in.readNBytes(MAX_BYTES);
        if (rest.length == MAX_BYTES) {
            throw new UserException("the file is too large for motifs")
                    .in(name)
                    .expected("less than 1 GiB")
                    .remedy("give the motif file here");
        }
        byte[] all = Arrays.copyOf(head, head.length + rest.length);
        System.arraycopy(rest, 0, all, head.length, rest.length);
        return all;
    }

    private static MotifText text(byte[] bytes, String name) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return new MotifText(
                name,
                (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList());
    }
}
