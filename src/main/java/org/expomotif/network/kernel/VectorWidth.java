package org.expomotif.network.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vector width: the width that the machine prefers, or the number of bits in the system property
 * {@value Kernels#PROPERTY} (128, 256 or 512). Results do not depend on it, because lanes are channels and no sum
 * crosses lanes.
 */
final class VectorWidth {
    static final VectorSpecies<Float> SPECIES = species(System.getProperty(Kernels.PROPERTY, ""));
    /** Integers in as many lanes. */
    static final VectorSpecies<Integer> INTEGERS = VectorSpecies.of(int.class, SPECIES.vectorShape());

    private VectorWidth() {}

    private static VectorSpecies<Float> species(String bits) {
        return bits.isEmpty()
                ? FloatVector.SPECIES_PREFERRED
                : VectorSpecies.of(float.class, VectorShape.forBitSize(Integer.parseInt(bits)));
    }
}
