/** Groups of motifs that match each other, and the tree that joins them. */
@NullMarked
package org.expomotif.compare.cluster;

import org.jspecify.annotations.NullMarked;
