/** Commands that find and evaluate sites in sequences, with their options. */
@NullMarked
package org.expomotif.command.scan;

import org.jspecify.annotations.NullMarked;
