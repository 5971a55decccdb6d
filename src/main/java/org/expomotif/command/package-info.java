/** The command line: one class a command, which parses, calls and writes; the only package that knows the terminal. */
@NullMarked
package org.expomotif.command;

import org.jspecify.annotations.NullMarked;
