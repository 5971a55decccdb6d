/** The page and the plots of the reference study beside its published figures. */
@NullMarked
package org.expomotif.report.study;

import org.jspecify.annotations.NullMarked;
