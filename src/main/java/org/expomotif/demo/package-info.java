/** The demonstration: the command lines of a whole analysis of simulated sequences, and what their results show. */
@NullMarked
package org.expomotif.demo;

import org.jspecify.annotations.NullMarked;
