package org.expomotif.scan;

/**
 * A stretch that a scan was asked to look at: a sequence, or a region of one. Two are the same when they are one
 * object.
 *
 * @param sequence name of the sequence
 * @param name the same as it is written
 * @param label what tells this stretch from others
 */
record Source(long number, String sequence, byte[] name, String label) {}
