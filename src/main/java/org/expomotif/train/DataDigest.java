package org.expomotif.train;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.expomotif.dataset.Samples;
import org.expomotif.run.Checksum;

/** A fingerprint of samples, which differs when classes, bases, labels or their order differ. */
final class DataDigest {
    private DataDigest() {}

    /** SHA-256 of classes, bases and labels, in hexadecimal. */
    static String of(Samples samples) {
        MessageDigest digest = Checksum.sha256();
        digest.update(String.join("\t", samples.classes()).getBytes(StandardCharsets.UTF_8));
        for (byte[] codes : samples.codes()) {
            digest.update(codes);
        }
        ByteBuffer labels = ByteBuffer.allocate(4 * samples.labels().length);
        labels.asFloatBuffer().put(samples.labels());
        digest.update(labels);
        return HexFormat.of().formatHex(digest.digest());
    }
}
