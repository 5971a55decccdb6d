/**
 * Input and output of bytes and lines: plain, gzip and bgzip files, standard input and output, random access. The
 * formats are in the sub-packages.
 */
@NullMarked
package org.expomotif.io;

import org.jspecify.annotations.NullMarked;
