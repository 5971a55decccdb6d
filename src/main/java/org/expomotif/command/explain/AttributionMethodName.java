package org.expomotif.command.explain;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The attribution methods, by their names in {@code --method}. */
enum AttributionMethodName {
    /** Gradient. */
    SALIENCY,
    /** Gradient x input. */
    INPUT_X_GRADIENT,
    /** Mean gradient of noisy inputs. */
    SMOOTHGRAD,
    /** Mean gradient along the paths from references. */
    INTEGRATED_GRADIENTS,
    /** Gradients at random points of the paths from many references. */
    EXPECTED_INTEGRATED_GRADIENTS,
    /** DeepLIFT's rescale rule against one reference. */
    DEEPLIFT,
    /** DeepLIFT's rescale rule, averaged over several references. */
    DEEPSHAP,
    /** The effects of all single mutants. */
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
