package org.expomotif.io.hdf5;

import io.jhdf.filter.ByteShuffleFilter;
import io.jhdf.filter.LzfFilter;
import io.jhdf.filter.PipelineFilterWithData;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decompresses chunks of an array: deflate (gzip), LZF, Blosc, byte shuffle and the space of a Fletcher checksum, each
 * at most once. The result has the size that the shape of a chunk gives, so that a damaged chunk cannot ask for more
 * memory.
 *
 * <p>HDF5 may store a chunk without a compression that does not make it smaller. Such a chunk has the size of its
 * numbers: LZF never gives as many bytes, and for deflate the checksum of its format shows whether it was applied.
 */
final class ChunkDecoder {
    private static final int DEFLATE = 1;
    private static final int SHUFFLE = 2;
    private static final int FLETCHER = 3;
    private static final int LZF = 32000;
    private static final int CHECKSUM_BYTES = 4;

    /** Bytes by which deflate, which may also enlarge a chunk, does so at most, beside a hundredth of the chunk. */
    private static final int MAXIMUM_OVERHEAD = 64;

    private final List<PipelineFilterWithData> filters;
    private final int chunkBytes;
    private final int elementBytes;

    ChunkDecoder(List<PipelineFilterWithData> filters, int chunkBytes, int elementBytes) {
        this.filters = List.copyOf(filters);
        this.chunkBytes = chunkBytes;
        this.elementBytes = elementBytes;
    }

    /** Whether Blosc is one of the filters. */
    boolean usesBlosc() {
        return filters.stream().anyMatch(filter -> filter.getId() == BloscFilter.ID);
    }

    /** A filter of the list that cannot be undone, or occurs twice; empty if there is none. */
    static Optional<String> unknown(List<PipelineFilterWithData> filters) {
        Set<Integer> seen = new HashSet<>();
        for (PipelineFilterWithData filter : filters) {
            boolean known =
                    List.of(DEFLATE, SHUFFLE, FLETCHER, LZF, BloscFilter.ID).contains(filter.getId());
            if (!known || !seen.add(filter.getId())) {
                return Optional.of(filter.getName() + " (" + filter.getId() + ")");
            }
        }
        return Optional.empty();
    }

    /**
     * Undoes the filters.
     *
     * @param stored the bytes of the chunk in the file
     * @return the numbers of the chunk; empty when the chunk is damaged
     */
    Optional<byte[]> decode(ByteBuffer stored) {
        if (stored.remaining() > chunkBytes + chunkBytes / 100L + MAXIMUM_OVERHEAD) {
            return Optional.empty();
        }
        byte[] bytes = new byte[stored.remaining()];
        stored.get(bytes);
        for (PipelineFilterWithData filter : filters.reversed()) {
            switch (filter.getId()) {
                case FLETCHER -> {
                    if (bytes.length < CHECKSUM_BYTES) {
                        return Optional.empty();
                    }
                    bytes = Arrays.copyOf(bytes, bytes.length - CHECKSUM_BYTES);
                }
                case DEFLATE -> bytes = inflate(bytes);
                case BloscFilter.ID -> {
                    // A chunk that Blosc does not make smaller is stored as it is.
                    if (bytes.length != chunkBytes || Blosc.isFrame(bytes, chunkBytes)) {
                        Optional<byte[]> whole = Blosc.decompress(bytes, chunkBytes);
                        if (whole.isEmpty()) {
                            return Optional.empty();
                        }
                        bytes = whole.get();
                    }
                }
                case LZF -> bytes = new LzfFilter().decode(bytes, new int[] {0, 0, chunkBytes});
                default -> bytes = new ByteShuffleFilter().decode(bytes, new int[] {elementBytes});
            }
        }
        return bytes.length == chunkBytes ? Optional.of(bytes) : Optional.empty();
    }

    /** The inflated bytes, the bytes themselves if deflate was not applied, or none if they are damaged. */
    private byte[] inflate(byte[] bytes) {
        byte[] whole = new byte[chunkBytes];
        byte[] otherwise = bytes.length == chunkBytes ? bytes : new byte[0];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes);
            int length = 0;
            int read;
            do {
                read = inflater.inflate(whole, length, chunkBytes - length);
                length += read;
            } while (read > 0);
            // Reads the checksum.
            boolean ended = inflater.finished() || inflater.inflate(new byte[1]) == 0 && inflater.finished();
            return ended && length == chunkBytes ? whole : otherwise;
        } catch (DataFormatException e) {
            return otherwise;
        } finally {
            inflater.end();
        }
    }
}
