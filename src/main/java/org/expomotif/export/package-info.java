/** Models in the forms that other programs run. */
@NullMarked
package org.expomotif.export;

import org.jspecify.annotations.NullMarked;
