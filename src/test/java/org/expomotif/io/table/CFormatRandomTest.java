package org.expomotif.io.table;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Hundreds of thousands of random numbers, compared with the reference; {@link CFormatTest} has the special ones. */
class CFormatRandomTest {
    @Test
    void theFastPathEqualsTheReference() {
        Random random = new Random(1);
        for (int i = 0; i < 300_000; i++) {
            int digits = 1 + random.nextInt(17);
            CFormatTest.same(Double.longBitsToDouble(random.nextLong()), digits);
            CFormatTest.same(random.nextDouble() * Math.pow(10, random.nextInt(60) - 35), digits);
            CFormatTest.same(random.nextGaussian() * 20, 6);
            CFormatTest.same(Math.pow(random.nextDouble(), 12), 3);
        }
    }

    @Test
    void tiesAndDecadesEqualTheReference() {
        Random random = new Random(2);
        for (int i = 0; i < 100_000; i++) {
            int digits = 1 + random.nextInt(9);
            double tie = (random.nextInt(1 << 24) + 0.5) / (1 << random.nextInt(30));
            CFormatTest.around(tie, digits);
            double decimalTie = (random.nextInt(1_000_000) * 10 + 5) * Math.pow(10, random.nextInt(40) - 26);
            CFormatTest.around(decimalTie, digits);
            CFormatTest.around(Math.pow(10, random.nextInt(60) - 30), digits);
        }
    }
}
