/** Options that several commands share, and the checks that every command line passes. */
@NullMarked
package org.expomotif.command.option;

import org.jspecify.annotations.NullMarked;
