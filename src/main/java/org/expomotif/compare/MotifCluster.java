package org.expomotif.compare;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.motif.Motif;

/**
 * Motifs that match one another, aligned to the one that matches the others best.
 *
 * @param members the motifs, in the order given
 * @param centre the member that matches the others best: of greatest sum of -log10 p, the first of equals
 * @param consensus the mean of the aligned columns
 */
public record MotifCluster(List<Member> members, Motif centre, Motif consensus) {
    /**
     * A motif of a cluster.
     *
     * @param motif as its file has it
     * @param offset its column minus the centre's column of the aligned columns, on the orientation given
     * @param orientation {@code '-'} where it aligns reverse complemented
     * @param pValue of its match with the centre, the greater of the two directions; the centre's with itself
     */
    public record Member(Motif motif, int offset, char orientation, double pValue) {}

    /** Keeps its own copy of the list. */
    public MotifCluster {
        members = List.copyOf(members);
    }

    static MotifCluster of(List<Integer> places, List<Motif> motifs, MotifPairs pairs) {
        int centre = places.getFirst();
        double best = Double.POSITIVE_INFINITY;
        for (int i : places) {
            double sum = 0;
            for (int j : places) {
                sum += i == j ? 0 : pairs.mutual(i, j);
            }
            if (sum < best) {
                best = sum;
                centre = i;
            }
        }
        List<Member> members = new ArrayList<>();
        for (int j : places) {
            boolean itself = j == centre;
            members.add(new Member(
                    motifs.get(j),
                    itself ? 0 : pairs.offsets()[centre][j],
                    !itself && pairs.reversed()[centre][j] ? '-' : '+',
                    Math.pow(10, pairs.mutual(centre, j))));
        }
        return new MotifCluster(members, motifs.get(centre), consensus(members, motifs.get(centre)));
    }

    /**
     * The mean of the columns that lie over one another, where at least half of the members have one. Members count
     * alike, however many sites they have; the sites of the consensus are the sum.
     */
    private static Motif consensus(List<Member> members, Motif centre) {
        int first = 0;
        int last = centre.width();
        for (Member member : members) {
            first = Math.min(first, -member.offset());
            last = Math.max(last, member.motif().width() - member.offset());
        }
        double[][] sums = new double[last - first][4];
        int[] covered = new int[last - first];
        double sites = 0;
        for (Member member : members) {
            Motif motif = member.orientation() == '-' ? member.motif().reverseComplement() : member.motif();
            for (int k = 0; k < motif.width(); k++) {
                int column = k - member.offset() - first;
                double[] row = motif.matrix()[k];
                double total = row[0] + row[1] + row[2] + row[3];
                covered[column]++;
                for (int a = 0; a < 4; a++) {
                    sums[column][a] += row[a] / total;
                }
            }
            sites += Math.max(0, motif.sites());
        }
        List<double[]> columns = new ArrayList<>();
        for (int c = 0; c < sums.length; c++) {
            if (2 * covered[c] >= members.size()) {
                for (int a = 0; a < 4; a++) {
                    sums[c][a] /= covered[c];
                }
                columns.add(sums[c]);
            }
        }
        return new Motif(centre.id(), centre.name(), columns.toArray(new double[0][]), sites, "")
                .withAlphabet(centre.alphabet());
    }
}
