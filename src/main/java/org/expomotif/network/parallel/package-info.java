/** Division of the steps of a computation among threads. For use inside {@code network} only. */
@NullMarked
package org.expomotif.network.parallel;

import org.jspecify.annotations.NullMarked;
