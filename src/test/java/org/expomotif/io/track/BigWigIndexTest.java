package org.expomotif.io.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BigWigIndexTest {
    private static final int DATA = 1000;
    private static final int AT = 500_000;

    /** Section i covers the bases 10 i to 10 i + 4 of sequence i / 100 and has i + 1 bytes from byte 50 i on. */
    private static List<BigWigIndex.Section> sections(int count) {
        List<BigWigIndex.Section> sections = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sections.add(new BigWigIndex.Section(i / 100, 10 * i, 10 * i + 4, 50L * i, i + 1));
        }
        return sections;
    }

    private static ByteBuffer index(int count) {
        return ByteBuffer.wrap(BigWigIndex.of(sections(count), DATA, AT)).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void theHeaderSpansAllSections() {
        ByteBuffer index = index(300);
        assertThat(index.getInt(0)).isEqualTo(0x2468ACE0);
        assertThat(index.getInt(4)).isEqualTo(256);
        assertThat(index.getLong(8)).isEqualTo(300);
        assertThat(new int[] {index.getInt(16), index.getInt(20), index.getInt(24), index.getInt(28)})
                .containsExactly(0, 0, 2, 2994);
        assertThat(index.getLong(32)).isEqualTo(AT);
        assertThat(index.getInt(40)).isEqualTo(1);
    }

    /** A leaf has 32 bytes per section and an inner node 24 per node below, each after 4 bytes; the header has 48. */
    @ParameterizedTest
    @CsvSource({"0, 52", "1, 84", "256, 8244", "257, 8332", "512, 16492", "513, 16552", "65536, 2104372"})
    void theSizeIsThatOfTheNodes(int sections, int size) {
        int leaves = Math.max(1, (sections + 255) / 256);
        int inner = leaves == 1 ? 0 : 4 + 24 * leaves;
        assertThat(BigWigIndex.bytes(sections))
                .isEqualTo(48 + 32 * sections + 4 * leaves + inner)
                .isEqualTo(size);
        if (sections < 1000) {
            assertThat(index(sections).capacity()).isEqualTo(size);
        }
    }

    @Test
    void anIndexOfNothingHasOneEmptyLeaf() {
        ByteBuffer index = index(0);
        assertThat(index.getLong(16)).isZero();
        assertThat(index.getLong(24)).isZero();
        assertThat(index.get(48)).isEqualTo((byte) 1);
        assertThat(index.getShort(50)).isZero();
    }

    @Test
    void everyNodeSpansWhatIsBelowIt() {
        ByteBuffer index = index(600);
        assertThat(index.get(48)).isZero();
        assertThat(index.getShort(50)).isEqualTo((short) 3);
        int section = 0;
        for (int node = 0; node < 3; node++) {
            int item = 52 + 24 * node;
            int end = Math.min(600, section + 256);
            assertThat(new int[] {
                        index.getInt(item), index.getInt(item + 4), index.getInt(item + 8), index.getInt(item + 12)
                    })
                    .containsExactly(section / 100, 10 * section, (end - 1) / 100, 10 * (end - 1) + 4);
            int leaf = (int) index.getLong(item + 16) - AT;
            assertThat(index.get(leaf)).isEqualTo((byte) 1);
            assertThat(index.getShort(leaf + 2)).isEqualTo((short) (end - section));
            for (int i = section; i < end; i++) {
                int entry = leaf + 4 + 32 * (i - section);
                assertThat(index.getInt(entry)).isEqualTo(i / 100);
                assertThat(index.getInt(entry + 4)).isEqualTo(10 * i);
                assertThat(index.getInt(entry + 12)).isEqualTo(10 * i + 4);
                assertThat(index.getLong(entry + 16)).isEqualTo(DATA + 50L * i);
                assertThat(index.getLong(entry + 24)).isEqualTo(i + 1);
            }
            section = end;
        }
    }
}
