package org.expomotif.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Several named pieces in one input of the fuzzer: the entries of a zip, or a file and its index. Each piece follows a
 * line {@code @@@@NAME}. The fuzzer changes the pieces themselves, and checksums are computed afterwards: a changed zip
 * would be refused for its checksum long before a parser sees the change.
 */
final class Packed {
    private static final byte[] MARK = "\n@@@@".getBytes(StandardCharsets.US_ASCII);

    /** A piece; names are Latin-1, so every byte is one letter. */
    record Piece(String name, byte[] content) {
        /** The piece under another name. */
        Piece named(String other) {
            return new Piece(other, content);
        }
    }

    private Packed() {}

    /** One input of these pieces. */
    static byte[] pack(List<Piece> pieces) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Piece piece : pieces) {
            out.writeBytes(MARK);
            out.writeBytes((piece.name() + "\n").getBytes(StandardCharsets.ISO_8859_1));
            out.writeBytes(piece.content());
        }
        return out.toByteArray();
    }

    /** The pieces of an input; what stands before the first mark is left out. */
    static List<Piece> unpack(byte[] input) {
        List<Piece> pieces = new ArrayList<>();
        String text = new String(input, StandardCharsets.ISO_8859_1);
        String mark = new String(MARK, StandardCharsets.ISO_8859_1);
        int at = text.indexOf(mark);
        while (at >= 0) {
            int next = text.indexOf(mark, at + mark.length());
            String piece = text.substring(at + mark.length(), next < 0 ? text.length() : next);
            int end = piece.indexOf('\n');
            pieces.add(new Piece(
                    end < 0 ? piece : piece.substring(0, end),
                    piece.substring(end + 1).getBytes(StandardCharsets.ISO_8859_1)));
            at = next;
        }
        return pieces;
    }

    /** A zip of these entries, not compressed, with the right checksums; it may have two entries of one name. */
    static byte[] zip(List<Piece> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        for (Piece entry : entries) {
            byte[] name = entry.name().getBytes(StandardCharsets.ISO_8859_1);
            CRC32 checksum = new CRC32();
            checksum.update(entry.content());
            ByteBuffer fields = little(26)
                    .putShort((short) 20) // version
                    .putShort((short) 0)
                    .putShort((short) 0) // stored
                    .putInt(0x00210000) // the first of January 1980
                    .putInt((int) checksum.getValue())
                    .putInt(entry.content().length)
                    .putInt(entry.content().length)
                    .putShort((short) name.length)
                    .putShort((short) 0);
            directory.writeBytes(
                    little(6).putInt(0x02014B50).putShort((short) 20).array());
            directory.writeBytes(fields.array());
            directory.writeBytes(little(14).putInt(10, out.size()).array());
            directory.writeBytes(name);
            out.writeBytes(little(4).putInt(0x04034B50).array());
            out.writeBytes(fields.array());
            out.writeBytes(name);
            out.writeBytes(entry.content());
        }
        ByteBuffer end = little(22)
                .putInt(0x06054B50)
                .putInt(0)
                .putShort((short) entries.size())
                .putShort((short) entries.size())
                .putInt(directory.size())
                .putInt(out.size());
        out.writeBytes(directory.toByteArray());
        out.writeBytes(end.array());
        return out.toByteArray();
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
