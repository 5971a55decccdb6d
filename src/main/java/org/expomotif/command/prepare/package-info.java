/** Commands that make data sets of genomic regions, with their options. */
@NullMarked
package org.expomotif.command.prepare;

import org.jspecify.annotations.NullMarked;
