/** What the user sees of the progress of a command, and of a run of several commands. */
@NullMarked
package org.expomotif.command.progress;

import org.jspecify.annotations.NullMarked;
