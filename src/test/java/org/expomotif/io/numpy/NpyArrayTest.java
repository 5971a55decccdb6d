package org.expomotif.io.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpyArrayTest {
    private static final NpyArray FLOATS = NpyArray.of(new float[] {1.5f, -2});
    private static final NpyArray DOUBLES = NpyArray.of(new double[] {1.5, -2});
    private static final NpyArray INTS = NpyArray.of(new int[] {1, -2});
    private static final NpyArray LONGS = NpyArray.of(new long[] {1L << 40, -2});
    private static final NpyArray BYTES = NpyArray.of(new byte[] {1, -2});
    private static final NpyArray BOOLEANS = NpyArray.of(new boolean[] {true, false});
    private static final NpyArray TEXTS = NpyArray.of(new String[] {"a", ""});

    private static NpyArray readBack(NpyArray array) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        array.write(out);
        return read(out.toByteArray());
    }

    private static NpyArray read(byte[] file) throws IOException {
        return NpyArray.read(new ByteArrayInputStream(file), "x.npy");
    }

    /** A file with a header and these numbers. */
    private static byte[] file(String type, int length, int... numbers) {
        byte[] header = new NpyHeader(type, new int[] {length}).bytes();
        ByteBuffer file =
                ByteBuffer.allocate(header.length + 4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(header);
        Arrays.stream(numbers).forEach(file::putInt);
        return file.array();
    }

    private static void wrong(ThrowingCallable call, String expected, String found) {
        assertThatThrownBy(call)
                .isInstanceOf(UserException.class)
                .hasMessage("the array has the wrong type: expected " + expected + ", found " + found);
    }

    @Test
    void numbersOfEveryTypeAreConverted() {
        assertThat(FLOATS.doubles()).containsExactly(1.5, -2);
        assertThat(DOUBLES.floats()).containsExactly(1.5f, -2);
        assertThat(INTS.floats()).containsExactly(1, -2);
        assertThat(LONGS.doubles()).containsExactly(0x1p40, -2);
        assertThat(BYTES.floats()).containsExactly(1, 254);
        assertThat(BOOLEANS.doubles()).containsExactly(1, 0);
    }

    /** One-hot sequences are int8 in tangermeme; chrombpnet and others save scores as float16. */
    @Test
    void smallNumbersAreReadAsLargerOnes() throws IOException {
        NpyArray bytes = read(file("|i1", 4, 0x80FF_7F01));
        assertThat(bytes.ints()).containsExactly(1, 127, -1, -128);
        assertThat(bytes.floats()).containsExactly(1, 127, -1, -128);
        NpyArray halves = read(file("<f2", 2, 0xC000_3E00));
        assertThat(halves.floats()).containsExactly(1.5f, -2);
        refused(file("<f2", 3, 0), "x.npy: the NumPy array ends early");
        refused(file("|i1", 5, 0), "x.npy: the NumPy array ends early");
    }

    @Test
    void anArrayOfItsOwnTypeIsNotCopied() {
        assertThat(FLOATS.floats()).isSameAs(FLOATS.data());
        assertThat(DOUBLES.doubles()).isSameAs(DOUBLES.data());
        assertThat(INTS.ints()).isSameAs(INTS.data());
        assertThat(LONGS.longs()).isSameAs(LONGS.data());
        assertThat(BYTES.bytes()).isSameAs(BYTES.data());
        assertThat(BOOLEANS.booleans()).isSameAs(BOOLEANS.data());
        assertThat(TEXTS.strings()).isSameAs(TEXTS.data());
    }

    @Test
    void anotherTypeIsNamedAsInNumpy() {
        wrong(FLOATS::ints, "int32", "float32");
        wrong(DOUBLES::longs, "int64", "float64");
        wrong(INTS::bytes, "uint8", "int32");
        wrong(LONGS::booleans, "bool", "int64");
        wrong(BYTES::strings, "text", "uint8");
        wrong(BOOLEANS::strings, "text", "bool");
        wrong(TEXTS::floats, "numbers", "str");
    }

    @Test
    void theShapeIsFilled() {
        int[] shape = {1, 2};
        NpyArray array = NpyArray.of(new float[2], shape);
        shape[0] = 7;
        array.shape()[0] = 7;
        assertThat(array.shape()).containsExactly(1, 2);
        assertThat(array.length()).isEqualTo(2);
        assertThat(NpyArray.of(new float[3]).shape()).containsExactly(3);
        assertThatThrownBy(() -> NpyArray.of(new int[5], 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("5 numbers do not fill the shape [2, 3]");
        // Its 2^32 numbers are 0 in an int.
        assertThatThrownBy(() -> NpyArray.of(new int[0], 1 << 16, 1 << 16))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Arrays are read in pieces of 65,536 numbers and written in pieces of 65,536 bytes. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8191, 8192, 8193, 16_384, 65_535, 65_536, 65_537, 131_072, 131_073, 200_000})
    void arraysOfAnySizeAreReadBack(int length) throws IOException {
        float[] floats = new float[length];
        double[] doubles = new double[length];
        int[] ints = new int[length];
        long[] longs = new long[length];
        byte[] bytes = new byte[length];
        boolean[] booleans = new boolean[length];
        String[] texts = new String[length];
        for (int i = 0; i < length; i++) {
            floats[i] = i;
            doubles[i] = i / 3.0;
            ints[i] = 31 * i;
            longs[i] = i * 1_000_003L;
            bytes[i] = (byte) (7 * i);
            booleans[i] = i % 3 == 0;
            texts[i] = "x".repeat(i % 3);
        }
        assertThat(readBack(NpyArray.of(floats)).floats()).isEqualTo(floats);
        assertThat(readBack(NpyArray.of(doubles)).doubles()).isEqualTo(doubles);
        assertThat(readBack(NpyArray.of(ints)).ints()).isEqualTo(ints);
        assertThat(readBack(NpyArray.of(longs)).longs()).isEqualTo(longs);
        assertThat(readBack(NpyArray.of(bytes)).bytes()).isEqualTo(bytes);
        assertThat(readBack(NpyArray.of(booleans)).booleans()).isEqualTo(booleans);
        assertThat(readBack(NpyArray.of(texts)).strings()).isEqualTo(texts);
    }

    /** A text of 16,384 letters fills the buffer exactly. */
    @ParameterizedTest
    @ValueSource(ints = {1, 16_383, 16_384, 16_385})
    void textsOfAnyLengthAreReadBack(int length) throws IOException {
        String[] texts = {"y".repeat(length), "", "z", "\uD83E\uDDEC"};
        assertThat(readBack(NpyArray.of(texts)).strings()).isEqualTo(texts);
    }

    /** NumPy has no texts of length 0 in an array: it writes {@code <U1} for them. */
    @Test
    void emptyTextsHaveOneLetter() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        NpyArray.of(new String[] {"", ""}).write(out);
        assertThat(NpyHeader.read(new ByteArrayInputStream(out.toByteArray()), "x")
                        .type())
                .isEqualTo("<U1");
        assertThat(readBack(NpyArray.of(new String[] {"", ""})).strings()).containsExactly("", "");
    }

    @Test
    void textsOfNoLengthAreRefusedUnlessThereAreNone() throws IOException {
        assertThat(read(file("<U0", 0)).strings()).isEmpty();
        assertThatThrownBy(() -> read(file("<U0", 2)))
                .isInstanceOf(UserException.class)
                .hasMessage("x.npy: the NumPy array has texts of no length: found <U0, 2 times");
    }

    @Test
    void aTextThatIsNotUnicodeIsRefused() throws IOException {
        assertThat(read(file("<U1", 2, 'a', 0x10FFFF)).strings()).containsExactly("a", Character.toString(0x10FFFF));
        assertThatThrownBy(() -> read(file("<U1", 2, 'a', 0x110000)))
                .isInstanceOf(UserException.class)
                .hasMessage("x.npy, text 2: a text of the NumPy array is not Unicode: found the code 0x110000");
    }

    @Test
    void theNumbersMustBeAllThereAndNoMore() throws IOException {
        assertThat(read(file("<i4", 2, 5, 6)).ints()).containsExactly(5, 6);
        refused(file("<i4", 2, 5), "x.npy: the NumPy array ends early");
        refused(file("|u1", 5, 5), "x.npy: the NumPy array ends early");
        refused(Arrays.copyOf(file("<i4", 2, 5, 6), 128 + 7), "x.npy: the NumPy array ends early");
        refused(file("<i4", 1, 5, 6), "x.npy: the NumPy array is longer than its shape says; write it again");
        refused(file("|u1", 3, 5), "x.npy: the NumPy array is longer than its shape says; write it again");
        refused(file("|b1", 3, 5), "x.npy: the NumPy array is longer than its shape says; write it again");
        refused(file("<f4", 1 << 14, new int[(1 << 14) + 1]), "x.npy: the NumPy array is longer than its shape");
        refused(file("|u1", Integer.MAX_VALUE), "x.npy: the NumPy array is too large: expected at most 2^31 numbers");
        refused(
                file("|u1", Integer.MAX_VALUE - 7),
                "x.npy: the NumPy array is too large: expected at most 2^31 numbers");
        refused(file("|u1", Integer.MAX_VALUE - 8), "x.npy: the NumPy array ends early");
    }

    private static void refused(byte[] file, String message) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(UserException.class).hasMessageStartingWith(message);
    }
}
