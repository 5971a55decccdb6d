package org.expomotif.io.hdf5;

/**
 * Copies the numbers of a chunk that lie in a slice to their places in the slice. A slice has all indexes of every axis
 * but one.
 */
final class ChunkCopy {
    private final int[] slice;
    private final int[] chunk;
    private final int axis;
    private final long from;
    private final int bytes;

    /**
     * Prepares copies.
     *
     * @param slice length of each axis of the slice
     * @param chunk length of each axis of a chunk
     * @param axis the axis that is cut
     * @param from first index of the slice along this axis
     * @param bytes bytes of a number
     */
    ChunkCopy(int[] slice, int[] chunk, int axis, long from, int bytes) {
        this.slice = slice;
        this.chunk = chunk;
        this.axis = axis;
        this.from = from;
        this.bytes = bytes;
    }

    /**
     * Copies what the chunk and the slice have in common.
     *
     * @param at first index of the chunk along each axis, in the array
     */
    void copy(int[] at, byte[] numbers, byte[] target) {
        int rank = slice.length;
        int[] start = new int[rank];
        int[] length = new int[rank];
        int[] to = new int[rank];
        for (int i = 0; i < rank; i++) {
            long origin = i == axis ? from : 0;
            long left = Math.max(at[i], origin);
            long right = Math.min(at[i] + (long) chunk[i], origin + slice[i]);
            start[i] = (int) (left - at[i]);
            to[i] = (int) (left - origin);
            length[i] = (int) (right - left);
        }
        // Axes that are complete in both are copied together with the one before them.
        int row = rank - 1;
        int run = length[row] * bytes;
        while (row > 0 && length[row] == chunk[row] && length[row] == slice[row]) {
            row--;
            run *= length[row];
        }
        int[] index = new int[row];
        while (true) {
            int source = 0;
            int goal = 0;
            for (int i = 0; i < rank; i++) {
                int step = i < row ? index[i] : 0;
                source = source * chunk[i] + start[i] + step;
                goal = goal * slice[i] + to[i] + step;
            }
            System.arraycopy(numbers, source * bytes, target, goal * bytes, run);
            int i = row - 1;
            while (i >= 0 && ++index[i] == length[i]) {
                index[i--] = 0;
            }
            if (i < 0) {
                return;
            }
        }
    }
}
