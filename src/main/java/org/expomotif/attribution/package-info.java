/** Attribution: scores of how much each base of a sequence matters to one output of a network. */
@NullMarked
package org.expomotif.attribution;

import org.jspecify.annotations.NullMarked;
