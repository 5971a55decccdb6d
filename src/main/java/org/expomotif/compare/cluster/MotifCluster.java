package org.expomotif.compare.cluster;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.motif.Motif;

/**
 * Motifs that match one another, aligned to the motif that matches the others best.
 *
 * @param members the motifs, in the order given
 * @param centre the member that matches the others best, by the maximum sum of -log10 p; ties go to the first
 * @param consensus mean of the aligned columns
 */
public record MotifCluster(List<Member> members, Motif centre, Motif consensus) {
    /**
     * A member of a cluster.
     *
     * @param motif the motif as in its file
     * @param offset column of this motif, in its orientation, minus the aligned column of the centre
     * @param orientation {@code '-'} when the reverse complement is aligned, else {@code '+'}
     * @param pValue p-value of its match with the centre, the higher of the two directions; for the centre, that of its
     *     match with itself
     */
    public record Member(Motif motif, int offset, char orientation, double pValue) {}

    /** Keeps its own copy of the list. */
    public MotifCluster {
        members = List.copyOf(members);
    }

    static MotifCluster of(List<Integer> indices, List<Motif> motifs, MotifPairs pairs) {
        int centre = indices.getFirst();
        double best = Double.POSITIVE_INFINITY;
        for (int i : indices) {
            double sum = 0;
            for (int j : indices) {
                sum += i == j ? 0 : pairs.mutual(i, j);
            }
            if (sum < best) {
                best = sum;
                centre = i;
            }
        }
        List<Member> members = new ArrayList<>();
        for (int j : indices) {
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
     * The mean of the aligned columns, at positions that at least half of the members cover. Members have equal
     * weights, regardless of their numbers of sites; the number of sites of the consensus is their sum.
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
