/** What every command needs: errors caused by the user, progress, whole-or-nothing output, and the run record. */
@NullMarked
package org.expomotif.run;

import org.jspecify.annotations.NullMarked;
