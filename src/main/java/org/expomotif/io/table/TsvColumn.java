package org.expomotif.io.table;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The column of a record component in a TSV. Without this annotation the header is the name of the component. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface TsvColumn {
    /** The header; when empty, the name of the component. */
    String value() default "";

    /**
     * Significant digits of a floating-point number (C's {@code %g}); 0 for the shortest text that is read back as the
     * same number.
     */
    int digits() default 6;
}
