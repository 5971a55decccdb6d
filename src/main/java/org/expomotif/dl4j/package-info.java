/** Networks in Deeplearning4j: training on its backends, including GPUs, and model files. */
@NullMarked
package org.expomotif.dl4j;

import org.jspecify.annotations.NullMarked;
