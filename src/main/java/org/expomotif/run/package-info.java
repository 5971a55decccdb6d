/**
 * What every command shares and nothing else may know twice: user errors as facts, progress, whole-or-nothing output,
 * the run record.
 */
@NullMarked
package org.expomotif.run;

import org.jspecify.annotations.NullMarked;
