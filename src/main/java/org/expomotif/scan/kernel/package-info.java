/** Scanner backends behind one interface: the plain one, and faster ones that give the same sites. */
@NullMarked
package org.expomotif.scan.kernel;

import org.jspecify.annotations.NullMarked;
