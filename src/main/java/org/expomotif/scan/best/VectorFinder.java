package org.expomotif.scan.best;

import java.util.List;
import java.util.Random;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tests 32 windows at a time on both strands, three bases per look-up, with vectors of 512 bits: a table of 64 sums
 * fills two registers. It is fast on processors with an instruction that looks up 16-bit lanes in two registers
 * (AVX-512 BW).
 */
public final class VectorFinder extends SumFinder {
    private static final VectorSpecies<Short> SPECIES = ShortVector.SPECIES_512;
    private static final int LANES = SequenceBlock.ALIGNMENT;

    private static final int WARM_ROUNDS = 2000;
    private static final long WARM_NANOSECONDS = 20_000;

    private short[] sums = new short[0];

    /** Windows that do not exist have excluding offsets. */
    @Override
    int sums(SequenceBlock block, WindowTables tables, int start, int windows) {
        if (sums.length < windows + LANES) {
            sums = new short[windows + LANES];
        }
        short[] plus = tables.plus();
        short[] minus = tables.minus();
        short[] triples = block.triples();
        short[] plusOffsets = block.plusOffsets();
        short[] minusOffsets = block.minusOffsets();
        int groups = tables.groups();
        ShortVector best = ShortVector.broadcast(SPECIES, Short.MIN_VALUE);
        int i = 0;
        for (; i + LANES < windows; i += 2 * LANES) {
            int at = start + i;
            ShortVector plus0 = ShortVector.fromArray(SPECIES, plusOffsets, at);
            ShortVector minus0 = ShortVector.fromArray(SPECIES, minusOffsets, at);
            ShortVector plus1 = ShortVector.fromArray(SPECIES, plusOffsets, at + LANES);
            ShortVector minus1 = ShortVector.fromArray(SPECIES, minusOffsets, at + LANES);
            for (int group = 0; group < groups; group++) {
                ShortVector lowPlus = ShortVector.fromArray(SPECIES, plus, 64 * group);
                ShortVector highPlus = ShortVector.fromArray(SPECIES, plus, 64 * group + LANES);
                ShortVector lowMinus = ShortVector.fromArray(SPECIES, minus, 64 * group);
                ShortVector highMinus = ShortVector.fromArray(SPECIES, minus, 64 * group + LANES);
                ShortVector code = ShortVector.fromArray(SPECIES, triples, at + 3 * group);
                plus0 = plus0.lanewise(VectorOperators.SADD, code.selectFrom(lowPlus, highPlus));
                minus0 = minus0.lanewise(VectorOperators.SADD, code.selectFrom(lowMinus, highMinus));
                code = ShortVector.fromArray(SPECIES, triples, at + LANES + 3 * group);
                plus1 = plus1.lanewise(VectorOperators.SADD, code.selectFrom(lowPlus, highPlus));
                minus1 = minus1.lanewise(VectorOperators.SADD, code.selectFrom(lowMinus, highMinus));
            }
            ShortVector sum0 = plus0.max(minus0);
            ShortVector sum1 = plus1.max(minus1);
            sum0.intoArray(sums, i);
            sum1.intoArray(sums, i + LANES);
            best = best.max(sum0.max(sum1));
        }
        for (; i < windows; i += LANES) {
            int at = start + i;
            ShortVector plus0 = ShortVector.fromArray(SPECIES, plusOffsets, at);
            ShortVector minus0 = ShortVector.fromArray(SPECIES, minusOffsets, at);
            for (int group = 0; group < groups; group++) {
                ShortVector code = ShortVector.fromArray(SPECIES, triples, at + 3 * group);
                plus0 = plus0.lanewise(
                        VectorOperators.SADD,
                        code.selectFrom(
                                ShortVector.fromArray(SPECIES, plus, 64 * group),
                                ShortVector.fromArray(SPECIES, plus, 64 * group + LANES)));
                minus0 = minus0.lanewise(
                        VectorOperators.SADD,
                        code.selectFrom(
                                ShortVector.fromArray(SPECIES, minus, 64 * group),
                                ShortVector.fromArray(SPECIES, minus, 64 * group + LANES)));
            }
            ShortVector sum0 = plus0.max(minus0);
            sum0.intoArray(sums, i);
            best = best.max(sum0);
        }
        return best.reduceLanes(VectorOperators.MAX);
    }

    @Override
    int select(int limit, int start, int windows, int[] found) {
        int count = 0;
        short low = (short) limit;
        for (int i = 0; i < windows; i += LANES) {
            long passed = ShortVector.fromArray(SPECIES, sums, i)
                    .compare(VectorOperators.GE, low)
                    .toLong();
            for (; passed != 0; passed &= passed - 1) {
                found[count++] = start + i + Long.numberOfTrailingZeros(passed);
            }
        }
        return count;
    }

    /** Searches random sequences until the loops are compiled; before that they are hundreds of times slower. */
    void warmUp() {
        Random random = new Random(1);
        byte[] codes = new byte[16 * LANES];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (byte) random.nextInt(4);
        }
        double[][] bits = new double[11][4];
        for (double[] row : bits) {
            for (int a = 0; a < 4; a++) {
                row[a] = -random.nextInt(8);
            }
        }
        SequenceBlock block = new SequenceBlock(List.of(codes), 0, 1, bits.length, BackgroundSums.NONE);
        WindowTables tables = WindowTables.best(bits, true, 0);
        int[] found = new int[codes.length];
        int fastRounds = 0;
        for (int round = 0; round < WARM_ROUNDS && fastRounds < 3; round++) {
            long start = System.nanoTime();
            find(block, 0, tables, found);
            fastRounds = System.nanoTime() - start < WARM_NANOSECONDS ? fastRounds + 1 : 0;
        }
    }
}
