/** The best windows of every sequence: finders that exclude windows quickly and never exclude the best one. */
@NullMarked
package org.expomotif.scan.best;

import org.jspecify.annotations.NullMarked;
