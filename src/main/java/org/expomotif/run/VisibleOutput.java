package org.expomotif.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/**
 * A stream that escapes its text by {@link VisibleText#block}. Bytes that are not text in the charset become its
 * replacement character, because a lone byte 0x9B begins an escape sequence on some terminals.
 */
final class VisibleOutput extends OutputStream {
    private final OutputStream out;
    private final Charset charset;
    private final CharsetDecoder decoder;
    /** The first bytes of a character whose other bytes have not been written yet. */
    private ByteBuffer begun = ByteBuffer.allocate(0);

    VisibleOutput(OutputStream out, Charset charset) {
        this.out = out;
        this.charset = charset;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (!begun.hasRemaining() && isPlain(bytes, offset, length)) {
            out.write(bytes, offset, length);
            return;
        }
        ByteBuffer in = ByteBuffer.allocate(begun.remaining() + length);
        in.put(begun).put(bytes, offset, length).flip();
        CharBuffer text = CharBuffer.allocate((int) Math.ceil(in.remaining() * (double) decoder.maxCharsPerByte()));
        decoder.decode(in, text, false);
        begun = in;
        out.write(VisibleText.block(text.flip().toString()).getBytes(charset));
    }

    /** Whether all bytes are printable ASCII, line feeds or tabs. */
    private static boolean isPlain(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] < ' ' && bytes[i] != '\n' && bytes[i] != '\t' || bytes[i] == 0x7F) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
