/** VCF files: records with their lines byte for byte, and the lines with more INFO fields. */
@NullMarked
package org.expomotif.io.vcf;

import org.jspecify.annotations.NullMarked;
