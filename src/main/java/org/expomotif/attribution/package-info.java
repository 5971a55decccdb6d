/**
 * Scores of how much each base of a sequence matters to one output of a network. The files of these scores are in
 * {@code attribution.file}.
 */
@NullMarked
package org.expomotif.attribution;

import org.jspecify.annotations.NullMarked;
