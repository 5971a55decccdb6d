package org.expomotif.command.explain;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The ways to explain an output, as {@code --method} names them. */
enum AttributionMethodName {
    /** Gradient. */
    SALIENCY,
    /** Gradient x input. */
    INPUT_X_GRADIENT,
    /** Mean gradient of noisy inputs. */
    SMOOTHGRAD,
    /** Mean gradient on the way from references. */
    INTEGRATED_GRADIENTS,
    /** Gradients at random points of the ways from many references. */
    EXPECTED_INTEGRATED_GRADIENTS,
    /** The rescale rule against one reference. */
    DEEPLIFT,
    /** The rescale rule against several. */
    DEEPSHAP,
    /** Every single mutant. */
    MUTAGENESIS;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean hasReferences() {
        return switch (this) {
            case INTEGRATED_GRADIENTS, EXPECTED_INTEGRATED_GRADIENTS, DEEPLIFT, DEEPSHAP -> true;
            case SALIENCY, INPUT_X_GRADIENT, SMOOTHGRAD, MUTAGENESIS -> false;
        };
    }

    /** Reads a method's name. */
    static final class Converter implements ITypeConverter<AttributionMethodName> {
        @Override
        public AttributionMethodName convert(String name) {
            return Arrays.stream(values())
                    .filter(method -> method.toString().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("expected one of "
                            + Arrays.stream(values())
                                    .map(AttributionMethodName::toString)
                                    .collect(Collectors.joining(", "))
                            + "; found " + name));
        }
    }
}
