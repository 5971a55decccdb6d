package org.expomotif.scan.kernel;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tests 256 windows at a time on both strands, three bases per look-up, with vectors of 512 bits: one table of 64 bytes
 * fills one register.
 */
public final class TripletPrefilter512 implements Prefilter {
    private static final VectorSpecies<Byte> SPECIES = ByteVector.SPECIES_512;
    private static final int LANES = 64;

    @Override
    public int bases() {
        return 3;
    }

    @Override
    public byte[] codes(SliceCodes slice) {
        return slice.triples();
    }

    @Override
    public int find(byte[] codes, PrefilterTables tables, int windows, int[] found) {
        byte[] plus = tables.plus();
        byte[] minus = tables.minus();
        ByteVector zero = ByteVector.zero(SPECIES);
        int count = 0;
        for (int start = 0; start < windows; start += 4 * LANES) {
            ByteVector plus0 = zero;
            ByteVector minus0 = zero;
            ByteVector plus1 = zero;
            ByteVector minus1 = zero;
            ByteVector plus2 = zero;
            ByteVector minus2 = zero;
            ByteVector plus3 = zero;
            ByteVector minus3 = zero;
            for (int group = 0; group < tables.groups(); group++) {
                int at = start + 3 * group;
                ByteVector onPlus = ByteVector.fromArray(SPECIES, plus, 64 * group);
                ByteVector onMinus = ByteVector.fromArray(SPECIES, minus, 64 * group);
                ByteVector code = ByteVector.fromArray(SPECIES, codes, at);
                plus0 = plus0.lanewise(VectorOperators.SADD, code.selectFrom(onPlus));
                minus0 = minus0.lanewise(VectorOperators.SADD, code.selectFrom(onMinus));
                code = ByteVector.fromArray(SPECIES, codes, at + LANES);
                plus1 = plus1.lanewise(VectorOperators.SADD, code.selectFrom(onPlus));
                minus1 = minus1.lanewise(VectorOperators.SADD, code.selectFrom(onMinus));
                code = ByteVector.fromArray(SPECIES, codes, at + 2 * LANES);
                plus2 = plus2.lanewise(VectorOperators.SADD, code.selectFrom(onPlus));
                minus2 = minus2.lanewise(VectorOperators.SADD, code.selectFrom(onMinus));
                code = ByteVector.fromArray(SPECIES, codes, at + 3 * LANES);
                plus3 = plus3.lanewise(VectorOperators.SADD, code.selectFrom(onPlus));
                minus3 = minus3.lanewise(VectorOperators.SADD, code.selectFrom(onMinus));
            }
            ByteVector minimum = plus0.min(minus0)
                    .min(plus1.min(minus1))
                    .min(plus2.min(minus2).min(plus3.min(minus3)));
            if (minimum.compare(VectorOperators.LE, LIMIT).anyTrue()) {
                count = add(plus0, minus0, start, windows, found, count);
                count = add(plus1, minus1, start + LANES, windows, found, count);
                count = add(plus2, minus2, start + 2 * LANES, windows, found, count);
                count = add(plus3, minus3, start + 3 * LANES, windows, found, count);
            }
        }
        return count;
    }

    private static int add(ByteVector plus, ByteVector minus, int start, int windows, int[] found, int count) {
        long onPlus = plus.compare(VectorOperators.LE, LIMIT).toLong();
        long onMinus = minus.compare(VectorOperators.LE, LIMIT).toLong();
        return Candidates.add(onPlus, onMinus, start, windows, found, count);
    }
}
