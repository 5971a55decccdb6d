/**
 * Instances: sites of motifs that explain attribution scores, with p-values and q-values from the scores of shuffled
 * sequences.
 */
@NullMarked
package org.expomotif.instance;

import org.jspecify.annotations.NullMarked;
