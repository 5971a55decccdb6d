package org.expomotif.io.sequence;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** Makes .2bit files for tests. */
public final class TwoBitBytes {
    private TwoBitBytes() {}

    /** A file of these sequences: names and letters, upper or lower case, N for unknown bases. */
    public static byte[] of(List<String> names, List<String> sequences, ByteOrder order) {
        ByteBuffer file = ByteBuffer.allocate(1 << 20).order(order);
        file.putInt(0x1A412743).putInt(0).putInt(sequences.size()).putInt(0);
        int at = 16;
        for (String name : names) {
            at += 5 + name.getBytes(StandardCharsets.UTF_8).length;
        }
        for (int s = 0; s < sequences.size(); s++) {
            byte[] name = names.get(s).getBytes(StandardCharsets.UTF_8);
            file.put((byte) name.length).put(name).putInt(at);
            file.mark();
            file.position(at);
            String letters = sequences.get(s);
            file.putInt(letters.length());
            runs(file, letters.length(), i -> letters.charAt(i) == 'N' || letters.charAt(i) == 'n');
            runs(file, letters.length(), i -> Character.isLowerCase(letters.charAt(i)));
            file.putInt(0);
            for (int i = 0; i < letters.length(); i += 4) {
                int packed = 0;
                for (int j = i; j < i + 4; j++) {
                    int code = j < letters.length() ? "TCAG".indexOf(Character.toUpperCase(letters.charAt(j))) : 0;
                    packed = packed << 2 | Math.max(0, code);
                }
                file.put((byte) packed);
            }
            at = file.position();
            file.reset();
        }
        return Arrays.copyOf(file.array(), at);
    }

    private static void runs(ByteBuffer file, int length, IntPredicate inside) {
        List<int[]> runs = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            if (inside.test(i) && (i == 0 || !inside.test(i - 1))) {
                runs.add(new int[] {i, 1});
            } else if (inside.test(i)) {
                runs.getLast()[1]++;
            }
        }
        file.putInt(runs.size());
        runs.forEach(run -> file.putInt(run[0]));
        runs.forEach(run -> file.putInt(run[1]));
    }
}
