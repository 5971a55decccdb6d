package org.expomotif.io;

/** Sees the contents and the blocks of a bgzip file while it is written, to make an index of it. */
public interface BgzipObserver {
    /**
     * Does the work that depends on this piece alone. Pieces may begin and end within lines. Called once per piece, by
     * any thread.
     *
     * @param bytes array that is not used again
     * @param length number of bytes
     * @return the rest of the work, which one thread runs for each piece, in the order of the file
     */
    Runnable prepare(byte[] bytes, int length);

    /**
     * Receives the next block, of {@link BgzipOutput#BLOCK} bytes or, at the end, fewer.
     *
     * @param address number of compressed bytes before the block
     */
    void block(long address);

    /**
     * Called after the last piece and block.
     *
     * @param address number of compressed bytes before the empty block that ends the file
     */
    void end(long address);
}
