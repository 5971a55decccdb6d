package org.expomotif.variant.allele;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Windows of six bases, written out by hand. */
class WindowPlanTest {
    private static FlankedAlleles alleles(String left, String ref, String alt, String right) {
        return new FlankedAlleles(
                ChangeTest.codes(left), ChangeTest.codes(ref), ChangeTest.codes(alt), ChangeTest.codes(right));
    }

    /** The windows in the direction of the genome. */
    private static List<String> forward(WindowPlan plan, FlankedAlleles alleles, boolean isAlt) {
        List<byte[]> all = plan.windows(alleles, isAlt);
        List<String> forward = new ArrayList<>();
        for (int i = 0; i < all.size(); i += 2) {
            forward.add(ChangeTest.letters(all.get(i)));
        }
        return forward;
    }

    private static Change change(String ref, String alt) {
        return new Change("c", 100, ChangeTest.codes(ref), ChangeTest.codes(alt));
    }

    @Test
    void aBaseIsReplacedInTheMiddle() {
        WindowPlan plan = new WindowPlan(6, 0);
        FlankedAlleles snv = alleles("GGACC", "A", "T", "TTGAC");

        assertThat(forward(plan, snv, false)).containsExactly("ACCATT");
        assertThat(forward(plan, snv, true)).containsExactly("ACCTTT");
        assertThat(ChangeTest.letters(plan.windows(snv, true).get(1))).isEqualTo("AAAGGT");
        assertThat(plan.left(change("A", "T"))).isEqualTo(3);
        assertThat(plan.right(change("A", "T"))).isEqualTo(2);
    }

    @Test
    void shiftsMoveTheWindowOfBothAlleles() {
        WindowPlan plan = new WindowPlan(6, 1);
        FlankedAlleles snv = alleles("GGACC", "A", "T", "TTGAC");

        assertThat(forward(plan, snv, false)).containsExactly("CCATTG", "ACCATT", "GACCAT");
        assertThat(forward(plan, snv, true)).containsExactly("CCTTTG", "ACCTTT", "GACCTT");
        assertThat(plan.left(change("A", "T"))).isEqualTo(4);
        assertThat(plan.right(change("A", "T"))).isEqualTo(3);
        assertThat(plan.views(snv))
                .isEqualTo(6)
                .isEqualTo(plan.windows(snv, false).size());
    }

    @Test
    void theShorterAlleleTakesBasesAfterTheRightFlankAndBeforeTheLeftOne() {
        WindowPlan plan = new WindowPlan(6, 0);
        FlankedAlleles deletion = alleles("GGACC", "AA", "", "TTGAC");

        assertThat(forward(plan, deletion, false)).containsExactly("CCAATT", "CCAATT");
        assertThat(forward(plan, deletion, true)).containsExactly("CCTTGA", "GACCTT");
        assertThat(plan.left(change("AA", ""))).isEqualTo(4);
        assertThat(plan.right(change("AA", ""))).isEqualTo(4);
    }

    @Test
    void anInsertionIsTheOppositeOfADeletion() {
        WindowPlan plan = new WindowPlan(6, 1);
        FlankedAlleles deletion = alleles("TTGGACC", "A", "", "TTGACAA");
        FlankedAlleles insertion = alleles("TTGGACC", "", "A", "TTGACAA");

        assertThat(forward(plan, insertion, true)).isEqualTo(forward(plan, deletion, false));
        assertThat(forward(plan, insertion, false)).isEqualTo(forward(plan, deletion, true));
    }

    /** Flanks of exactly the length that is asked for are enough, whatever the lengths. */
    @Test
    void flanksAreAsLongAsNeeded() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 2000; i++) {
            WindowPlan plan = new WindowPlan(1 + random.nextInt(12), random.nextInt(4));
            Change change = change("A".repeat(random.nextInt(6)), "C".repeat(random.nextInt(6)));
            if (change.longer() == 0 || !plan.fits(change)) {
                continue;
            }
            FlankedAlleles exact = alleles(
                    "G".repeat(plan.left(change)),
                    ChangeTest.letters(change.ref()),
                    ChangeTest.letters(change.alt()),
                    "T".repeat(plan.right(change)));
            List<String> all = new ArrayList<>(forward(plan, exact, false));
            all.addAll(forward(plan, exact, true));

            assertThat(all).allMatch(window -> window.length() == plan.length());
        }
    }

    @Test
    void alleleAndShiftsMustFit() {
        assertThat(new WindowPlan(6, 0).fits(change("AAAAAA", ""))).isTrue();
        assertThat(new WindowPlan(6, 0).fits(change("AAAAAAA", ""))).isFalse();
        assertThat(new WindowPlan(6, 2).fits(change("AA", ""))).isTrue();
        assertThat(new WindowPlan(6, 2).fits(change("AAA", ""))).isFalse();
    }

    @Test
    void shuffledFlanksKeepTheAllelesAndTheirNeighbours() {
        FlankedAlleles own = alleles("GATTACAGATTACA", "A", "T", "CCGTTAGGCATTGC");
        FlankedAlleles shuffled = own.shuffled(new SplittableRandom(5));

        assertThat(shuffled.ref()).isEqualTo(own.ref());
        assertThat(shuffled.alt()).isEqualTo(own.alt());
        assertThat(shuffled.left()).isNotEqualTo(own.left()).hasSameSizeAs(own.left());
        assertThat(shuffled.left()[13]).isEqualTo(own.left()[13]);
        assertThat(shuffled.right()).isNotEqualTo(own.right());
        assertThat(shuffled.right()[0]).isEqualTo(own.right()[0]);
    }
}
