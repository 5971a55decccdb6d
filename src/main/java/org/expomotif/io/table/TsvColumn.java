package org.expomotif.io.table;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a record's component stands in a TSV. Without it the header is the component's name. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface TsvColumn {
    /** The header; empty takes the component's name. */
    String value() default "";

    /**
     * Significant digits of a floating-point number (C's {@code %g}); 0 writes the shortest text that reads back equal.
     */
    int digits() default 6;
}
