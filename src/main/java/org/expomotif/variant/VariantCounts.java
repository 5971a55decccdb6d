package org.expomotif.variant;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.expomotif.variant.allele.AlleleStatus;

/** How many records and ALT alleles a file has, and what became of them. */
public final class VariantCounts {
    private final Map<AlleleStatus, Long> alleles = new EnumMap<>(AlleleStatus.class);
    private long records;
    private long withoutAlt;

    VariantCounts() {}

    void add(List<AlleleResult> results) {
        records++;
        withoutAlt += results.isEmpty() ? 1 : 0;
        results.forEach(result -> alleles.merge(result.status(), 1L, Long::sum));
    }

    /** Writes the counts. */
    void write(DataOutputStream out) throws IOException {
        out.writeLong(records);
        out.writeLong(withoutAlt);
        for (AlleleStatus status : AlleleStatus.values()) {
            out.writeLong(of(status));
        }
    }

    /** Adds counts that {@link #write} wrote. */
    void addWritten(DataInputStream in) throws IOException {
        records += in.readLong();
        withoutAlt += in.readLong();
        for (AlleleStatus status : AlleleStatus.values()) {
            long count = in.readLong();
            if (count > 0) {
                alleles.merge(status, count, Long::sum);
            }
        }
    }

    /** The number of records. */
    public long records() {
        return records;
    }

    /** The number of ALT alleles with a status. */
    public long of(AlleleStatus status) {
        return alleles.getOrDefault(status, 0L);
    }

    /** The counts as one sentence. */
    public String text() {
        long all = alleles.values().stream().mapToLong(Long::longValue).sum();
        List<String> parts = new ArrayList<>();
        parts.add(number(of(AlleleStatus.SCORED)) + " scored");
        alleles.forEach((status, count) -> {
            if (status != AlleleStatus.SCORED) {
                parts.add(number(count) + " " + status.phrase());
            }
        });
        return number(records) + (records == 1 ? " record" : " records")
                + (withoutAlt > 0 ? " (" + number(withoutAlt) + " without ALT)" : "") + ", " + number(all)
                + (all == 1 ? " ALT allele: " : " ALT alleles: ") + String.join(", ", parts);
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
