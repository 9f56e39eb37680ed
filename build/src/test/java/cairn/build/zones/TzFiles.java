package cairn.build.zones;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// TZif files made by hand.
final class TzFiles {
    private TzFiles() {}

    /// One that follows a rule from the beginning of time.
    static byte[] of(String rule) {
        return of(ZoneOffset.UTC, Map.of(), rule);
    }

    /// @param before what holds before the first transition
    /// @param footer what holds after the last one; may be empty
    static byte[] of(ZoneOffset before, Map<Instant, ZoneOffset> transitions, String footer) {
        ByteBuffer file = ByteBuffer.allocate(4096);
        // A version's first block may be empty, and says nothing new otherwise.
        block(file, '2', Integer.BYTES, ZoneOffset.MAX, Map.of());
        block(file, '2', Long.BYTES, before, transitions);
        file.put(('\n' + footer + '\n').getBytes(StandardCharsets.US_ASCII));
        return written(file);
    }

    /// As the first version of the format had it: 32 bits, and no footer.
    static byte[] ofVersionOne(ZoneOffset before, Map<Instant, ZoneOffset> transitions) {
        ByteBuffer file = ByteBuffer.allocate(4096);
        block(file, '\0', Integer.BYTES, before, transitions);
        return written(file);
    }

    private static void block(
            ByteBuffer file, char version, int timeBytes, ZoneOffset before, Map<Instant, ZoneOffset> transitions) {
        List<ZoneOffset> types = new ArrayList<>(List.of(before));
        var sorted = new TreeMap<>(transitions);
        sorted.values().stream()
                .filter(offset -> !types.contains(offset))
                .distinct()
                .forEach(types::add);
        file.put("TZif".getBytes(StandardCharsets.US_ASCII)).put((byte) version).put(new byte[15]);
        // One leap second and two indicators, which are passed over.
        file.putInt(1)
                .putInt(1)
                .putInt(1)
                .putInt(sorted.size())
                .putInt(types.size())
                .putInt(4);
        sorted.keySet().forEach(at -> number(file, timeBytes, at.getEpochSecond()));
        sorted.values().forEach(offset -> file.put((byte) types.indexOf(offset)));
        types.forEach(
                offset -> file.putInt(offset.getTotalSeconds()).put((byte) 0).put((byte) 0));
        file.put("XXX\0".getBytes(StandardCharsets.US_ASCII));
        number(file, timeBytes, 78796800);
        file.putInt(1).put((byte) 0).put((byte) 0);
    }

    private static void number(ByteBuffer file, int bytes, long number) {
        if (bytes == Long.BYTES) {
            file.putLong(number);
        } else {
            file.putInt((int) number);
        }
    }

    private static byte[] written(ByteBuffer file) {
        byte[] bytes = new byte[file.position()];
        file.flip().get(bytes);
        return bytes;
    }
}
