package org.expomotif.command.explain;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.expomotif.attribution.AttributionMethodName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of an attribution method. */
final class AttributionMethodConverter implements ITypeConverter<AttributionMethodName> {
    @Override
    public AttributionMethodName convert(String name) {
        AttributionMethodName[] methods = AttributionMethodName.values();
        return Arrays.stream(methods)
                .filter(method -> method.toString().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("expected one of "
                        + Arrays.stream(methods)
                                .map(AttributionMethodName::toString)
                                .collect(Collectors.joining(", "))
                        + "; found " + name));
    }
}
