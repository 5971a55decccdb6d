package org.expomotif.train;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.expomotif.dataset.Samples;

/** A fingerprint of samples, which differs when classes, bases, labels or their order differ. */
final class DataDigest {
    private DataDigest() {}

    /** SHA-256 of classes, bases and labels, in hexadecimal. */
    static String of(Samples samples) {
        MessageDigest digest = sha256();
        digest.update(String.join("\t", samples.classes()).getBytes(StandardCharsets.UTF_8));
        for (byte[] codes : samples.codes()) {
            digest.update(codes);
        }
        ByteBuffer labels = ByteBuffer.allocate(4 * samples.labels().length);
        labels.asFloatBuffer().put(samples.labels());
        digest.update(labels);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
