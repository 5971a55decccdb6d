package org.expomotif.io.hdf5;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.dataset.CompactDataset;
import io.jhdf.filter.FilterManager;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.expomotif.run.UserException;

/**
 * An array of numbers in an HDF5 file, of which slices along one axis are read. Its size has been compared with the
 * size of the file, so that no slice needs more memory than the file can fill.
 */
public final class Hdf5Array {
    /** Bytes of numbers that one byte of the file can hold at most: the limit of deflate. */
    private static final int MAXIMUM_COMPRESSION = 1032;

    /** Bytes of the file that the index needs at least for a chunk: its address. */
    private static final int INDEX_BYTES = 8;

    /** The most numbers of a Java array. */
    private static final int LARGEST = Integer.MAX_VALUE - 64;

    /** Bytes that are read at once, as far as chunks are not larger. */
    private static final int BLOCK = 1 << 24;

    private static final String MATLAB = "MATLAB_class";

    static {
        FilterManager.addFilter(new BloscFilter());
    }

    private final Hdf5File file;
    private final String name;
    private final Dataset dataset;
    private final ElementType type;
    private final long[] shape;
    private final Storage storage;

    /** The ways in which the numbers lie in the file. */
    private sealed interface Storage {
        /** In one piece. */
        record Whole(ByteSource bytes) implements Storage {}

        /** In chunks of equal shape. */
        record Chunks(ChunkedDataset dataset, int[] shape, ChunkDecoder decoder) implements Storage {}
    }

    /** Gives the bytes from an offset on. */
    private interface ByteSource {
        ByteBuffer bytes(long offset, int length);
    }

    private Hdf5Array(Hdf5File file, String name, Dataset dataset) {
        this.file = file;
        this.name = name;
        this.dataset = dataset;
        this.type = ElementType.of(dataset.getDataType())
                .orElseThrow(() -> fault("the array does not hold numbers")
                        .expected("whole numbers, floating point numbers or booleans")
                        .found(dataset.getDataType().getClass().getSimpleName()));
        this.shape = dataset.getDimensionsAsLong();
        this.storage = storage();
    }

    /**
     * An array of a file; empty if there is nothing at this path.
     *
     * @throws UserException when it is not an array of numbers, is empty, or has a size that the file cannot hold
     */
    public static Optional<Hdf5Array> find(Hdf5File file, String path) {
        return file.dataset(path).map(dataset -> file.guarded(() -> new Hdf5Array(file, path, dataset)));
    }

    private Storage storage() {
        if (shape.length == 0 || Arrays.stream(shape).anyMatch(length -> length <= 0)) {
            throw fault("the array is empty");
        }
        long bytes;
        try {
            bytes = Math.multiplyExact(Arrays.stream(shape).reduce(1, Math::multiplyExact), (long) type.size());
        } catch (ArithmeticException e) {
            throw tooLarge();
        }
        return switch (dataset) {
            case ContiguousDataset contiguous -> contiguous(contiguous.getDataAddress(), bytes);
            case CompactDataset compact -> compact(compact.getDataBuffer(), bytes);
            case ChunkedDataset chunked -> chunked(chunked, bytes);
            default -> throw fault("the array is stored in an unknown way");
        };
    }

    private Storage contiguous(long address, long bytes) {
        if (address < 0) {
            throw fault("the array was never written, or lies in another file");
        }
        if (address > file.size() - file.userBlock() - bytes) {
            throw tooLarge();
        }
        return new Storage.Whole((offset, length) -> file.bytes(address + offset, length));
    }

    private Storage compact(ByteBuffer all, long bytes) {
        if (all.remaining() < bytes) {
            throw tooLarge();
        }
        int start = all.position();
        return new Storage.Whole((offset, length) -> all.slice(Math.toIntExact(start + offset), length));
    }

    private Storage chunked(ChunkedDataset chunked, long bytes) {
        Optional<String> unknown = ChunkDecoder.unknown(chunked.getFilters());
        if (unknown.isPresent()) {
            throw fault("the array is compressed in a way that cannot be read")
                    .expected("gzip (deflate), LZF, Blosc, or no compression, with or without byte shuffle")
                    .found(unknown.get())
                    .remedy("write it anew, for example with compression=\"gzip\" of h5py");
        }
        int[] chunk = chunked.getChunkDimensions();
        long chunkBytes = type.size();
        long chunks = 1;
        for (int i = 0; i < shape.length; i++) {
            if (chunk.length != shape.length || chunk[i] <= 0) {
                throw fault("the shape of the chunks does not fit the array");
            }
            chunkBytes = Math.multiplyExact(chunkBytes, chunk[i]);
            chunks = Math.multiplyExact(chunks, Math.ceilDiv(shape[i], chunk[i]));
        }
        boolean compressed = !chunked.getFilters().isEmpty();
        long most = compressed ? file.size() * MAXIMUM_COMPRESSION : file.size();
        if (bytes > most || chunkBytes > most || chunks > file.size() / INDEX_BYTES + 1) {
            throw tooLarge();
        }
        if (chunkBytes > Integer.MAX_VALUE - 64) {
            throw fault("the chunks of the array are too large")
                    .expected("chunks below 2 GiB")
                    .remedy("write it anew with smaller chunks");
        }
        return new Storage.Chunks(
                chunked, chunk, new ChunkDecoder(chunked.getFilters(), (int) chunkBytes, type.size()));
    }

    private UserException tooLarge() {
        return fault("the array is larger than the file")
                .found("a shape of " + shapeText() + " in " + file.size() + " bytes")
                .remedy("the file was cut or is damaged; get it again");
    }

    /** The name in the file. */
    public String name() {
        return name;
    }

    /** Length of each axis. */
    public long[] shape() {
        return shape.clone();
    }

    /** The shape as text: {@code 20 x 4 x 200}. */
    public String shapeText() {
        return String.join(" x ", Arrays.stream(shape).mapToObj(Long::toString).toList());
    }

    /** The kind of numbers. */
    public ElementType type() {
        return type;
    }

    /** Whether MATLAB wrote the array, which stores axes in reverse order. */
    public boolean isOfMatlab() {
        return file.guarded(() -> dataset.getAttributes().containsKey(MATLAB));
    }

    /** Texts in an attribute of the array. */
    public Optional<List<String>> attribute(String attribute, int number) {
        return file.attribute(dataset, attribute, number);
    }

    /** Numbers of the array per index of an axis. */
    public long perIndex(int axis) {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b) / shape[axis];
    }

    /** Length of a chunk along an axis; 1 for an array in one piece. */
    public int chunkLength(int axis) {
        return storage instanceof Storage.Chunks chunks ? chunks.shape()[axis] : 1;
    }

    /**
     * Reads a slice.
     *
     * @param axis the axis that is cut
     * @param from first index along this axis
     * @param count indexes along this axis
     * @param target receives the numbers in the order of the axes, the last one fastest
     */
    public void read(int axis, long from, int count, byte[] target) {
        file.guarded(() -> {
            switch (storage) {
                case Storage.Whole whole -> whole(whole.bytes(), axis, from, count, target);
                case Storage.Chunks chunks -> chunks(chunks, axis, from, count, target);
            }
            return target;
        });
    }

    /**
     * All numbers, in the order of the axes, the last one fastest.
     *
     * @throws UserException when there are more than a Java array can have
     */
    public float[] floats() {
        long perRow = perIndex(0);
        if (perRow * shape[0] > LARGEST || perRow * type.size() > LARGEST) {
            throw fault("the array has too many numbers")
                    .expected("at most " + LARGEST)
                    .found(shapeText())
                    .remedy("split the file by sequences");
        }
        int rows = Math.max(chunkLength(0), (int) Math.max(1, BLOCK / (perRow * type.size())));
        float[] all = new float[(int) (perRow * shape[0])];
        byte[] bytes = new byte[0];
        int filled = 0;
        for (long from = 0; from < shape[0]; from += rows) {
            int count = (int) Math.min(rows, shape[0] - from);
            int numbers = Math.toIntExact(count * perRow);
            bytes = bytes.length == numbers * type.size() ? bytes : new byte[Math.multiplyExact(numbers, type.size())];
            read(0, from, count, bytes);
            ByteBuffer buffer = ByteBuffer.wrap(bytes).order(type.order());
            for (int i = 0; i < numbers; i++) {
                all[filled++] = (float) type.at(buffer, i);
            }
        }
        return all;
    }

    private void whole(ByteSource bytes, int axis, long from, int count, byte[] target) {
        long outer = 1;
        long inner = type.size();
        for (int i = 0; i < shape.length; i++) {
            outer *= i < axis ? shape[i] : 1;
            inner *= i > axis ? shape[i] : 1;
        }
        int run = Math.toIntExact(count * inner);
        for (int o = 0; o < outer; o++) {
            bytes.bytes((o * shape[axis] + from) * inner, run).get(target, o * run, run);
        }
    }

    private void chunks(Storage.Chunks chunks, int axis, long from, int count, byte[] target) {
        int[] slice = new int[shape.length];
        int[] first = new int[shape.length];
        int[] last = new int[shape.length];
        for (int i = 0; i < shape.length; i++) {
            slice[i] = i == axis ? count : Math.toIntExact(shape[i]);
            first[i] = i == axis ? Math.toIntExact(from / chunks.shape()[i] * chunks.shape()[i]) : 0;
            last[i] = i == axis ? Math.toIntExact(from + count - 1) : slice[i] - 1;
        }
        ChunkCopy copy = new ChunkCopy(slice, chunks.shape(), axis, from, type.size());
        int[] at = first.clone();
        while (true) {
            ByteBuffer stored = chunks.dataset().getRawChunkBuffer(at);
            copy.copy(at, chunks.decoder().decode(stored).orElseThrow(() -> damaged(at)), target);
            int i = shape.length - 1;
            while (i >= 0 && at[i] + chunks.shape()[i] > last[i]) {
                at[i] = first[i];
                i--;
            }
            if (i < 0) {
                return;
            }
            at[i] += chunks.shape()[i];
        }
    }

    private UserException damaged(int[] at) {
        String where = "the chunk at " + Arrays.toString(at) + " is damaged";
        return storage instanceof Storage.Chunks chunks && chunks.decoder().usesBlosc()
                ? fault(where + ", or Blosc compressed it in a way that cannot be read")
                        .expected("BloscLZ, LZ4 or zlib, with or without byte shuffle")
                : fault(where).remedy("get the file again");
    }

    /** An error about the array. */
    public UserException fault(String what) {
        return file.fault(name, what);
    }

    /** An error about numbers of the array. */
    public UserException fault(String index, String what) {
        return file.fault(name + index, what);
    }
}
