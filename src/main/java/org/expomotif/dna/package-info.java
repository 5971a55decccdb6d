/** The DNA alphabet, sequences, one-hot encoding, intervals and shuffles. */
@NullMarked
package org.expomotif.dna;

import org.jspecify.annotations.NullMarked;
