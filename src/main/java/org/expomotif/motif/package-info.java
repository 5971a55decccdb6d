/** Motifs and their alphabets, backgrounds and scoring matrices. */
@NullMarked
package org.expomotif.motif;

import org.jspecify.annotations.NullMarked;
