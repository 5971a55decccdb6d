package org.expomotif.dataset.leak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.expomotif.dna.Nucleotide;

/**
 * Finds sequences of one group that share most of their {@value #K}-mers with a sequence of an earlier group, on either
 * strand.
 *
 * <p>The share of two sequences is the number of distinct {@value #K}-mers that both have, divided by the number that
 * the sequence with fewer of them has; a {@value #K}-mer and its reverse complement count as one, and those with
 * unknown bases do not count. When the sequences have more than {@value #MAXIMUM_ENTRIES} of them, every second,
 * fourth, ... {@value #K}-mer is used, chosen by its hash value alone, so that the shares are estimates (D. Irber and
 * others, Lightweight compositional analysis of metagenomes with FracMinHash, 2022). Of a {@value #K}-mer that occurs
 * in more than {@value #MAXIMUM_OCCURRENCES} sequences, the first ones of the earliest groups are compared.
 */
public final class SharedKmers {
    /** Bases of a k-mer. */
    public static final int K = 31;

    /** Maximum number of k-mers in memory. */
    static final int MAXIMUM_ENTRIES = 1 << 25;

    /** Maximum number of sequences that are compared because of one k-mer. */
    static final int MAXIMUM_OCCURRENCES = 100;

    private static final int BUCKET_BITS = 20;
    private static final long KMER = (1L << 2 * K) - 1;

    private final byte[] groups;
    /** Sequences by number in the order of their groups, and the reverse. */
    private final int[] ordered;

    private final int[] places;
    private final int placeBits;
    private final long unsampled;
    private final int[] sizes;
    private long[] entries;
    private int count;

    /**
     * A sequence that is a near-duplicate of a sequence of an earlier group.
     *
     * @param sequence number of the sequence
     * @param other number of the sequence of an earlier group that shares most with it, ties going to the first
     * @param share their share, above 0 and at most 1
     */
    public record Leak(int sequence, int other, double share) {}

    /**
     * Creates a search among sequences.
     *
     * @param groups the group of each sequence
     * @param length bases of a sequence
     */
    public SharedKmers(byte[] groups, int length) {
        this(groups, sampling((long) groups.length * Math.max(0, length - K + 1), MAXIMUM_ENTRIES));
    }

    /** A search with one of {@code sampling} k-mers, a power of two. */
    SharedKmers(byte[] groups, long sampling) {
        this.groups = groups.clone();
        this.unsampled = sampling - 1;
        this.placeBits = Math.max(1, 32 - Integer.numberOfLeadingZeros(groups.length));
        this.sizes = new int[groups.length];
        this.entries = new long[1 << 10];
        this.ordered = new int[groups.length];
        this.places = new int[groups.length];
        int[] starts = new int[257];
        for (byte group : groups) {
            starts[group + 1]++;
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        for (int i = 0; i < groups.length; i++) {
            places[i] = starts[groups[i]]++;
            ordered[places[i]] = i;
        }
    }

    private static long sampling(long kmers, long maximum) {
        long sampling = 1;
        while (kmers / sampling > maximum) {
            sampling *= 2;
        }
        return sampling;
    }

    /** The number n such that one of n k-mers is used: 1, 2, 4, ... */
    public long sampling() {
        return unsampled + 1;
    }

    /** The number of k-mers below which a share would be a mere accident of the sampling. */
    private int minimumSize() {
        return unsampled == 0 ? 1 : 4;
    }

    /** Adds the letters of a sequence. */
    public void add(int sequence, byte[] letters) {
        long[] hashes = hashes(letters);
        sizes[sequence] = hashes.length;
        if (count + hashes.length > entries.length) {
            entries = Arrays.copyOf(entries, Math.max(count + hashes.length, count + (count >> 1)));
        }
        for (long hash : hashes) {
            entries[count++] = hash & -1L << placeBits | places[sequence];
        }
    }

    /** The distinct hash values of the k-mers that are used. */
    private long[] hashes(byte[] letters) {
        long[] hashes = new long[Math.max(0, letters.length - K + 1)];
        int n = 0;
        long forward = 0;
        long backward = 0;
        int known = 0;
        for (byte letter : letters) {
            byte code = Nucleotide.code(letter);
            known = code == Nucleotide.UNKNOWN ? 0 : known + 1;
            forward = (forward << 2 | code & 3) & KMER;
            backward = backward >>> 2 | (long) (3 - (code & 3)) << 2 * (K - 1);
            if (known >= K) {
                long hash = mix(Math.min(forward, backward));
                if ((hash >>> 8 & unsampled) == 0) {
                    hashes[n++] = hash;
                }
            }
        }
        Arrays.sort(hashes, 0, n);
        int distinct = 0;
        for (int i = 0; i < n; i++) {
            if (i == 0 || hashes[i] != hashes[i - 1]) {
                hashes[distinct++] = hashes[i];
            }
        }
        return Arrays.copyOf(hashes, distinct);
    }

    /** The finalizer of MurmurHash3 (A. Appleby), a bijection of 64 bits. */
    private static long mix(long value) {
        long x = (value ^ value >>> 33) * 0xFF51AFD7ED558CCDL;
        x = (x ^ x >>> 33) * 0xC4CEB9FE1A85EC53L;
        return x ^ x >>> 33;
    }

    /**
     * Finds the near-duplicates, once all sequences have been added.
     *
     * @param letters the letters of a sequence, as they were added
     * @param minimum minimum share
     * @return at most one per sequence, in the order of the sequences
     */
    public List<Leak> find(IntFunction<byte[]> letters, double minimum) {
        Arrays.sort(entries, 0, count);
        int[] buckets = buckets();
        byte first = Byte.MAX_VALUE;
        for (byte group : groups) {
            first = (byte) Math.min(first, group);
        }
        List<Leak> leaks = new ArrayList<>();
        int[] shared = new int[groups.length];
        int[] touched = new int[groups.length];
        for (int sequence = 0; sequence < groups.length; sequence++) {
            if (groups[sequence] > first && sizes[sequence] > 0) {
                int n = 0;
                for (long hash : hashes(letters.apply(sequence))) {
                    n = countEarlier(hash, groups[sequence], buckets, shared, touched, n);
                }
                Leak leak = best(sequence, shared, touched, n);
                if (leak.share() >= minimum) {
                    leaks.add(leak);
                }
            }
        }
        return leaks;
    }

    /** The index of the first entry of each value of the highest bits. */
    private int[] buckets() {
        int[] buckets = new int[(1 << BUCKET_BITS) + 1];
        for (int i = 0; i < count; i++) {
            buckets[bucket(entries[i]) + 1]++;
        }
        for (int i = 1; i < buckets.length; i++) {
            buckets[i] += buckets[i - 1];
        }
        return buckets;
    }

    /** Entries are sorted as signed numbers. */
    private static int bucket(long entry) {
        return (int) ((entry ^ Long.MIN_VALUE) >>> 64 - BUCKET_BITS);
    }

    /**
     * Counts a k-mer for the sequences of earlier groups that have it; returns the number of sequences counted so far.
     */
    private int countEarlier(long hash, byte group, int[] buckets, int[] shared, int[] touched, int before) {
        long key = hash & -1L << placeBits;
        int bucket = bucket(key);
        int found = Arrays.binarySearch(entries, buckets[bucket], buckets[bucket + 1], key);
        int i = found >= 0 ? found : -found - 1;
        int end = Math.min(buckets[bucket + 1], i + MAXIMUM_OCCURRENCES);
        int n = before;
        for (; i < end && (entries[i] & -1L << placeBits) == key; i++) {
            int other = ordered[(int) (entries[i] & ~(-1L << placeBits))];
            if (groups[other] >= group) {
                break;
            }
            if (shared[other]++ == 0) {
                touched[n++] = other;
            }
        }
        return n;
    }

    /** The sequence that shares most, and the counts set back to 0. */
    private Leak best(int sequence, int[] shared, int[] touched, int n) {
        Leak best = new Leak(sequence, -1, 0);
        for (int i = 0; i < n; i++) {
            int other = touched[i];
            double share = (double) shared[other] / Math.min(sizes[sequence], sizes[other]);
            boolean enough = Math.min(sizes[sequence], sizes[other]) >= minimumSize();
            shared[other] = 0;
            if (enough && (share > best.share() || share == best.share() && other < best.other())) {
                best = new Leak(sequence, other, share);
            }
        }
        return best;
    }
}
