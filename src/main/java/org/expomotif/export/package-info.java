/** Export of models to the formats of other programs. */
@NullMarked
package org.expomotif.export;

import org.jspecify.annotations.NullMarked;
