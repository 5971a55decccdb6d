/** Commands that train, run and convert networks, with their options. */
@NullMarked
package org.expomotif.command.learn;

import org.jspecify.annotations.NullMarked;
