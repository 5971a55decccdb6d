/** Commands that simulate the data of the reference study and run its benchmark, with their options. */
@NullMarked
package org.expomotif.command.study;

import org.jspecify.annotations.NullMarked;
