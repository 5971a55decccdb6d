/**
 * The entry point, the table of commands, error messages and exit codes. Only {@code command} and its sub-packages
 * depend on picocli and the terminal.
 */
@NullMarked
package org.expomotif.command;

import org.jspecify.annotations.NullMarked;
