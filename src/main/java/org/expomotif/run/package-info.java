/** Infrastructure of all commands: errors caused by the user, progress, atomic output, and the run record. */
@NullMarked
package org.expomotif.run;

import org.jspecify.annotations.NullMarked;
