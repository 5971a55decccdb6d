package org.expomotif.variant.allele;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
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

    private static WindowPlan centred(int length, int shifts) {
        return new WindowPlan(length, shifts, Placement.CENTRE);
    }

    private static Change change(String ref, String alt) {
        return new Change("c", 100, ChangeTest.codes(ref), ChangeTest.codes(alt));
    }

    @Test
    void aBaseIsReplacedInTheMiddle() {
        WindowPlan plan = centred(6, 0);
        FlankedAlleles snv = alleles("GGACC", "A", "T", "TTGAC");

        assertThat(forward(plan, snv, false)).containsExactly("ACCATT");
        assertThat(forward(plan, snv, true)).containsExactly("ACCTTT");
        assertThat(ChangeTest.letters(plan.windows(snv, true).get(1))).isEqualTo("AAAGGT");
        assertThat(plan.left(change("A", "T"))).isEqualTo(3);
        assertThat(plan.right(change("A", "T"))).isEqualTo(2);
    }

    @Test
    void shiftsMoveTheWindowOfBothAlleles() {
        WindowPlan plan = centred(6, 1);
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
        WindowPlan plan = centred(6, 0);
        FlankedAlleles deletion = alleles("GGACC", "AA", "", "TTGAC");

        assertThat(forward(plan, deletion, false)).containsExactly("CCAATT", "CCAATT");
        assertThat(forward(plan, deletion, true)).containsExactly("CCTTGA", "GACCTT");
        assertThat(plan.left(change("AA", ""))).isEqualTo(4);
        assertThat(plan.right(change("AA", ""))).isEqualTo(4);
    }

    @Test
    void anInsertionIsTheOppositeOfADeletion() {
        WindowPlan plan = centred(6, 1);
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
            WindowPlan plan = centred(1 + random.nextInt(12), random.nextInt(4));
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
        assertThat(centred(6, 0).fits(change("AAAAAA", ""))).isTrue();
        assertThat(centred(6, 0).fits(change("AAAAAAA", ""))).isFalse();
        assertThat(centred(6, 2).fits(change("AA", ""))).isTrue();
        assertThat(centred(6, 2).fits(change("AAA", ""))).isFalse();
    }

    /** Of an indel, the longer allele is placed; the shorter one is placed from both ends. */
    @Test
    void theAlleleIsWhereThePlacementSays() {
        FlankedAlleles snv = alleles("GGACC", "A", "T", "TTGAC");
        FlankedAlleles deletion = alleles("GGACC", "AA", "", "TTGACGT");

        assertThat(forward(new WindowPlan(6, 0, Placement.START), snv, true)).containsExactly("TTTGAC");
        assertThat(forward(new WindowPlan(6, 0, Placement.END), snv, true)).containsExactly("GGACCT");
        assertThat(forward(new WindowPlan(6, 0, Placement.after(1)), snv, true)).containsExactly("CTTTGA");
        assertThat(forward(new WindowPlan(6, 0, Placement.START), deletion, false))
                .containsExactly("AATTGA", "AATTGA");
        assertThat(forward(new WindowPlan(6, 0, Placement.START), deletion, true))
                .containsExactly("TTGACG", "CCTTGA");
    }

    /** At an end, the first or last of the shifted windows begins or ends with the allele. */
    @Test
    void shiftsLeaveRoomAtTheEnds() {
        FlankedAlleles snv = alleles("GGACC", "A", "T", "TTGAC");

        assertThat(forward(new WindowPlan(4, 1, Placement.START), snv, true)).containsExactly("TTTG", "CTTT", "CCTT");
        assertThat(forward(new WindowPlan(4, 1, Placement.END), snv, true)).containsExactly("CTTT", "CCTT", "ACCT");
        assertThat(new WindowPlan(6, 2, Placement.after(1)).fits(1)).isFalse();
        assertThat(new WindowPlan(6, 2, Placement.after(2)).fits(1)).isTrue();
        assertThat(new WindowPlan(6, 2, Placement.after(4)).fits(1)).isFalse();
        assertThat(new WindowPlan(6, 0, Placement.after(6)).fits(1)).isFalse();
    }

    @Test
    void placementsAreParsed() {
        assertThat(Placement.parse("centre")).contains(Placement.CENTRE);
        assertThat(Placement.parse("center")).contains(Placement.CENTRE);
        assertThat(Placement.parse("start")).contains(Placement.START);
        assertThat(Placement.parse("end")).contains(Placement.END);
        assertThat(Placement.parse("17")).contains(Placement.after(17));
        assertThat(Placement.parse("-1")).isEmpty();
        assertThat(Placement.parse("middle")).isEmpty();
    }

    @Test
    void shuffledFlanksKeepTheAllelesTheirNeighboursAndWhatIsFarFromThem() {
        FlankedAlleles own = alleles("CCCCGATTACAGATTACA", "A", "T", "CCGTTAGGCATTGCGGGG");
        FlankedAlleles shuffled = own.shuffled(14, new SplittableRandom(5));

        assertThat(shuffled.ref()).isEqualTo(own.ref());
        assertThat(shuffled.alt()).isEqualTo(own.alt());
        assertThat(shuffled.left()).isNotEqualTo(own.left()).hasSameSizeAs(own.left());
        assertThat(shuffled.left()[17]).isEqualTo(own.left()[17]);
        assertThat(shuffled.right()).isNotEqualTo(own.right());
        assertThat(shuffled.right()[0]).isEqualTo(own.right()[0]);
        assertThat(ChangeTest.letters(shuffled.left())).startsWith("CCCCG");
        assertThat(ChangeTest.letters(shuffled.right())).endsWith("CGGGG");
    }

    /** Bases that stay are in place, and the others are those of the flank. */
    @Test
    void sitesThatTheAllelesDoNotTouchStayInShuffledFlanks() {
        FlankedAlleles own = alleles("CATGATTACAGATTACA", "A", "T", "CCGTTAGGCATTGCGGTCAG");
        BitSet kept = new BitSet();
        kept.set(4, 9);
        kept.set(17 + 1 + 6, 17 + 1 + 12);
        FlankedAlleles shuffled = own.shuffled(kept, new SplittableRandom(5));

        assertThat(ChangeTest.letters(shuffled.left()).substring(4, 9)).isEqualTo("ATTAC");
        assertThat(ChangeTest.letters(shuffled.right()).substring(6, 12)).isEqualTo("GGCATT");
        assertThat(shuffled.left()).isNotEqualTo(own.left()).containsExactlyInAnyOrder(own.left());
        assertThat(shuffled.right()).isNotEqualTo(own.right()).containsExactlyInAnyOrder(own.right());
    }

    @Test
    void theFlanksOfIndelsAreShuffledNearTheAllelesWhateverIsKept() {
        FlankedAlleles own = alleles("CATGATTACAGATTACA", "AT", "A", "CCGTTAGGCATTGCGGTCAG");
        BitSet kept = new BitSet();
        kept.set(0, 39);
        FlankedAlleles shuffled = own.shuffled(kept, new SplittableRandom(5));

        assertThat(shuffled.left())
                .isEqualTo(own.shuffled(20, new SplittableRandom(5)).left());
        assertThat(shuffled.left()).isNotEqualTo(own.left());
    }
}
