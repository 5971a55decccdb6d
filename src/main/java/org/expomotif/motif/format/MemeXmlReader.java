package org.expomotif.motif.format;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.expomotif.motif.Alphabet;
import org.expomotif.motif.Background;
import org.expomotif.motif.CountMatrix;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifFormat;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the XML output of MEME, STREME and DREME. The document type declaration is ignored, so that no entity is
 * defined or expanded and nothing is fetched.
 */
final class MemeXmlReader {
    private final MotifText text;
    private final XMLStreamReader xml;
    private final Map<String, Character> letters = new HashMap<>();
    private final List<Motif> motifs = new ArrayList<>();
    private Optional<Background> background = Optional.empty();
    private Alphabet alphabet = Alphabet.DNA;

    private String id = "";
    private String name = "";
    private double sites;
    private String width = "";
    private final List<double[]> rows = new ArrayList<>();

    private MemeXmlReader(MotifText text, XMLStreamReader xml) {
        this.text = text;
        this.xml = xml;
    }

    static MotifSet read(MotifText text) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new StringReader(""));
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(String.join("\n", text.lines())));
            return new MemeXmlReader(text, new CheckedReader(xml)).read();
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            throw new UserException("the XML is incomplete or damaged", e)
                    .in(text.file())
                    .atLine(Math.min(line, text.size()))
                    .expected("the XML output of MEME, STREME or DREME")
                    .remedy("copy or download it again, or give the .txt file written beside it");
        }
    }

    /** An XML reader that reports its internal failures as errors of the file. */
    private static final class CheckedReader extends StreamReaderDelegate {
        CheckedReader(XMLStreamReader xml) {
            super(xml);
        }

        /** Java fails on some errors in a document type because it has no message for them. */
        @Override
        public int next() throws XMLStreamException {
            try {
                return super.next();
            } catch (RuntimeException e) {
                throw new XMLStreamException(e.getMessage(), getLocation(), e);
            }
        }
    }

    private MotifSet read() throws XMLStreamException {
        requireRoot();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                start(xml.getLocalName());
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("motif")) {
                finish();
            }
        }
        return new MotifSet(
                motifs.stream().map(motif -> motif.withAlphabet(alphabet)).toList(),
                background,
                Optional.of(MotifFormat.MEME_XML));
    }

    private void requireRoot() throws XMLStreamException {
        while (xml.hasNext() && xml.next() != XMLStreamConstants.START_ELEMENT) {
            // Comments and the document type come before the root.
        }
        String root = xml.isStartElement() ? xml.getLocalName() : "";
        if (!List.of("meme", "streme", "dreme").contains(root.toLowerCase(Locale.ROOT))) {
            throw fault("the XML is not the output of MEME, STREME or DREME")
                    .found("the element " + MotifText.quote(root))
                    .remedy("give the motif file that the program was run with");
        }
    }

    private void start(String element) throws XMLStreamException {
        switch (element) {
            case "alphabet" -> readAlphabet();
            case "letter" ->
                letters.put(
                        attribute("id"),
                        attribute("symbol").isEmpty()
                                ? ' '
                                : attribute("symbol").charAt(0));
            case "background" -> background = background(frequencies(this::attribute));
            case "background_frequencies" -> background = background(frequencies(arrayOf()::get));
            case "motif" -> begin();
            case "pos" -> addRow(frequencies(this::attribute));
            case "probabilities" -> readProbabilities();
            default -> {
                // Sequences, sites, scores and settings are not needed.
            }
        }
    }

    private void readAlphabet() {
        String like = (attribute("name") + " " + attribute("like")).toLowerCase(Locale.ROOT);
        if (like.contains("protein")) {
            throw fault("the motifs are of proteins").expected("the alphabet of DNA or RNA");
        }
        alphabet = like.contains("rna") ? Alphabet.RNA : Alphabet.DNA;
    }

    private void begin() {
        String seq = attribute("seq");
        id = MotifText.oneWord(
                !seq.isEmpty() ? seq : attribute("name").isEmpty() ? attribute("id") : attribute("name"));
        name = attribute("alt");
        width = attribute("width").isEmpty() ? attribute("length") : attribute("width");
        rows.clear();
        if (id.isEmpty()) {
            throw fault("a motif without an identifier");
        }
        sites = sites();
    }

    /**
     * The number of sites as in the text output; that of STREME is the sum over its training and hold-out sequences.
     */
    private double sites() {
        for (String key : List.of("sites", "nsites", "total_sites")) {
            if (!attribute(key).isEmpty()) {
                return number(attribute(key));
            }
        }
        String train = attribute("train_pos_count");
        String test = attribute("test_pos_count");
        return (train.isEmpty() ? 0 : number(train)) + (test.isEmpty() ? 0 : number(test));
    }

    private void readProbabilities() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("alphabet_array")) {
                addRow(frequencies(arrayOf()::get));
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("probabilities")) {
                return;
            }
        }
    }

    /** The values of an {@code alphabet_array}, by the symbol of their letter. */
    private Map<String, String> arrayOf() throws XMLStreamException {
        Map<String, String> values = new HashMap<>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("value")) {
                String letter = attribute("letter_id");
                String symbol = String.valueOf(letters.getOrDefault(letter, letter.isEmpty() ? ' ' : letter.charAt(0)));
                values.put(symbol, xml.getElementText().strip());
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("alphabet_array")) {
                return values;
            }
        }
        return values;
    }

    /** A source of values of letters; the value is empty or null for a letter without one. */
    private interface Values {
        @Nullable
        String of(String letter);
    }

    private double[] frequencies(Values values) {
        double[] four = new double[4];
        for (int i = 0; i < 4; i++) {
            String value = values.of(String.valueOf(alphabet.letter(i)));
            if (value == null || value.isEmpty()) {
                throw fault("a row does not give all four letters")
                        .expected("a value for each of "
                                + String.join(", ", alphabet.letters().split("")));
            }
            four[i] = number(value);
        }
        return four;
    }

    private Optional<Background> background(double[] frequencies) {
        if (!CountMatrix.hasSum(frequencies)) {
            throw fault("the background frequencies are all 0");
        }
        return Optional.of(new Background(frequencies[0], frequencies[1], frequencies[2], frequencies[3]));
    }

    private void addRow(double[] row) {
        double sum = row[0] + row[1] + row[2] + row[3];
        if (Math.abs(sum - 1) > 0.1) {
            throw fault("the matrix row does not sum to 1")
                    .expected("a sum between 0.9 and 1.1")
                    .found(String.format(Locale.ROOT, "%.6g", sum));
        }
        rows.add(row);
    }

    private void finish() {
        if (rows.isEmpty()) {
            throw fault("the motif has no matrix");
        }
        if (!width.isEmpty() && number(width) != rows.size()) {
            throw fault("the number of rows differs from the motif's width")
                    .expected(width + " rows")
                    .found(Integer.toString(rows.size()));
        }
        motifs.add(new Motif(id, name, rows.toArray(new double[0][]), sites, "", Alphabet.DNA, OptionalDouble.empty()));
        id = "";
    }

    private double number(String word) {
        return text.nonNegative(line(), MotifText.record(id.isEmpty() ? "without a name" : id), word.strip());
    }

    private String attribute(String key) {
        String value = xml.getAttributeValue(null, key);
        return value == null ? "" : value;
    }

    private int line() {
        return Math.clamp(xml.getLocation().getLineNumber() - 1, 0, Math.max(0, text.size() - 1));
    }

    private UserException fault(String what) {
        UserException fault = text.fault(line(), what);
        return id.isEmpty() ? fault : fault.atRecord(MotifText.record(id));
    }
}
