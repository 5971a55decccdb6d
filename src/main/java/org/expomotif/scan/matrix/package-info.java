/** Scoring matrices with whole-number scores, their backgrounds and exact score distributions. */
@NullMarked
package org.expomotif.scan.matrix;

import org.jspecify.annotations.NullMarked;
