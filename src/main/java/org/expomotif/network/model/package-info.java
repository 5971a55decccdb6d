/** A trained network with its record, and the model file. */
@NullMarked
package org.expomotif.network.model;

import org.jspecify.annotations.NullMarked;
