/** The command that scores variants, with its options. */
@NullMarked
package org.expomotif.command.variant;

import org.jspecify.annotations.NullMarked;
