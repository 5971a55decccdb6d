/** Commands that read, draw, compare and cluster motifs, with their options. */
@NullMarked
package org.expomotif.command.motif;

import org.jspecify.annotations.NullMarked;
