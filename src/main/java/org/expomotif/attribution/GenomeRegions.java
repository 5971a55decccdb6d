package org.expomotif.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.Nucleotide;
import org.expomotif.io.Bed;
import org.expomotif.io.BedSite;
import org.expomotif.io.Inputs;
import org.expomotif.io.SequenceFile;
import org.expomotif.io.SequenceListener;
import org.expomotif.run.UserException;

/**
 * Stretches of a genome: of each region the {@code length} bases around its middle, those of strand - reversed and
 * complemented, named like {@code chr1:100-300} (counted from 0, as bedtools does) with {@code (-)} behind. The genome
 * is read once and not held; the sequences come in the order of the regions.
 */
public final class GenomeRegions implements SequenceSource {
    private final String bed;
    private final String genome;
    private final int length;
    private final Map<String, Integer> lengths = new HashMap<>();

    /** One region, its letters filled as the genome goes by. */
    private record Piece(BedSite site, int start, byte[] letters) {}

    /** Regions of a BED file on the sequences of a genome file. */
    public GenomeRegions(String bed, String genome, int length) {
        this.bed = bed;
        this.genome = genome;
        this.length = length;
    }

    @Override
    public String name() {
        return Inputs.name(bed);
    }

    @Override
    public List<String> files() {
        return List.of(bed, genome);
    }

    @Override
    public Map<String, Integer> genomeLengths() {
        return Map.copyOf(lengths);
    }

    @Override
    public long count() {
        return Bed.readAll(bed).size();
    }

    @Override
    public void forEach(Consumer<DnaSequence> consumer) {
        List<Piece> pieces = Bed.readAll(bed).stream()
                .map(site -> {
                    int middle = (int) (((long) site.start() + site.end()) / 2);
                    return new Piece(site, middle - length / 2, new byte[length]);
                })
                .toList();
        if (pieces.isEmpty()) {
            throw new UserException("the file holds no regions")
                    .in(name())
                    .expected("one region a line: sequence, start, end");
        }
        Map<String, List<Piece>> bySequence = new HashMap<>();
        for (Piece piece : pieces) {
            bySequence
                    .computeIfAbsent(piece.site.sequence(), name -> new ArrayList<>())
                    .add(piece);
        }
        bySequence.values().forEach(list -> list.sort(Comparator.comparingInt(Piece::start)));
        SequenceFile.stream(genome, new Cutter(bySequence));
        pieces.forEach(piece -> consumer.accept(sequence(piece)));
    }

    private DnaSequence sequence(Piece piece) {
        Integer bases = lengths.get(piece.site.sequence());
        String region = piece.site.sequence() + ":" + piece.site.start() + "-" + piece.site.end();
        if (bases == null) {
            throw new UserException("the genome has no such sequence")
                    .in(name())
                    .atRecord("region " + region)
                    .expected("a sequence of " + Inputs.name(genome))
                    .remedy("give the genome that the regions belong to");
        }
        if (piece.start < 0 || piece.start + length > bases) {
            throw new UserException("the region is too near to the end of its sequence")
                    .in(name())
                    .atRecord("region " + region)
                    .expected(length + " bases around its middle")
                    .found(piece.site.sequence() + " of " + bases + " bases")
                    .remedy("leave the region out");
        }
        boolean reverse = piece.site.strand() == '-';
        byte[] letters = piece.letters;
        if (reverse) {
            byte[] codes = Nucleotide.reverseComplement(Nucleotide.codes(letters));
            letters = new byte[length];
            for (int i = 0; i < length; i++) {
                letters[i] = codes[i] == Nucleotide.UNKNOWN ? (byte) 'N' : Nucleotide.letter(codes[i]);
            }
        }
        String name = piece.site.sequence() + ":" + piece.start + "-" + (piece.start + length) + (reverse ? "(-)" : "");
        return new DnaSequence(name, "", letters);
    }

    /** Cuts the pieces out of the letters that go by. */
    private final class Cutter implements SequenceListener {
        private final Map<String, List<Piece>> bySequence;
        private String name = "";
        private List<Piece> waiting = List.of();
        private int first;
        private int position;

        Cutter(Map<String, List<Piece>> bySequence) {
            this.bySequence = bySequence;
        }

        @Override
        public void begin(String sequence, String description) {
            name = sequence;
            waiting = bySequence.getOrDefault(sequence, List.of());
            first = 0;
            position = 0;
        }

        @Override
        public void letters(byte[] source, int from, int to) {
            int end = position + to - from;
            // All pieces are of one length, so those that are over come first.
            while (first < waiting.size() && waiting.get(first).start + length <= position) {
                first++;
            }
            for (int i = first; i < waiting.size() && waiting.get(i).start < end; i++) {
                Piece piece = waiting.get(i);
                int left = Math.max(piece.start, position);
                int right = Math.min(piece.start + length, end);
                if (left < right && left >= 0) {
                    System.arraycopy(source, from + left - position, piece.letters, left - piece.start, right - left);
                }
            }
            position = end;
        }

        @Override
        public void end() {
            lengths.put(name, position);
        }
    }
}
