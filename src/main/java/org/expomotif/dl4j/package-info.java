/**
 * The networks in Deeplearning4j: training on its backends, including GPUs, and its model files. The only package that
 * imports Deeplearning4j.
 */
@NullMarked
package org.expomotif.dl4j;

import org.jspecify.annotations.NullMarked;
