package cairn.build.zones;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A zone as the time zone compiler writes it: TZif, RFC 9636.
///
/// @param before      the offset before the first transition
/// @param transitions the offset from each of these moments on
/// @param rule        what holds after the last of them; empty if that offset stays
record TzFile(ZoneOffset before, TreeMap<Instant, ZoneOffset> transitions, Optional<PosixRule> rule) {
    private static final byte[] MAGIC = "TZif".getBytes(StandardCharsets.US_ASCII);
    private static final int RESERVED = 15;
    private static final int TYPE_BYTES = 6;

    /// The counts in a header, in their order.
    private record Header(int version, int isUt, int isStd, int leaps, int times, int types, int chars) {
        int bytes(int timeBytes) {
            return times * (timeBytes + 1) + types * TYPE_BYTES + chars + leaps * (timeBytes + 4) + isStd + isUt;
        }
    }

    /// @throws IllegalArgumentException if it is no such file
    static TzFile parse(byte[] bytes) {
        if (!isOne(bytes)) {
            throw new IllegalArgumentException("no TZif file");
        }
        ByteBuffer file = ByteBuffer.wrap(bytes);
        Header header = header(file);
        if (header.version() == 0) {
            return data(file, header, Integer.BYTES);
        }
        // The first block is for readers of 32 bits; the second says the same and more.
        file.position(file.position() + header.bytes(Integer.BYTES));
        return data(file, header(file), Long.BYTES);
    }

    static boolean isOne(byte[] bytes) {
        return bytes.length > MAGIC.length && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    ZoneOffset offsetAt(Instant at) {
        Map.Entry<Instant, ZoneOffset> last = transitions.floorEntry(at);
        boolean isAfterAll = transitions.isEmpty() || !at.isBefore(transitions.lastKey());
        return isAfterAll && rule.isPresent() ? rule.get().offsetAt(at) : last == null ? before : last.getValue();
    }

    /// The moments in a stretch at which another offset may begin.
    Stream<Instant> changes(Instant from, Instant to) {
        return Stream.concat(
                transitions.subMap(from, to).keySet().stream(), rule.stream().flatMap(one -> one.changes(from, to)));
    }

    private static Header header(ByteBuffer file) {
        file.position(file.position() + MAGIC.length);
        byte version = file.get();
        file.position(file.position() + RESERVED);
        return new Header(
                version, file.getInt(), file.getInt(), file.getInt(), file.getInt(), file.getInt(), file.getInt());
    }

    private static TzFile data(ByteBuffer file, Header header, int timeBytes) {
        List<Instant> moments = new ArrayList<>();
        for (int i = 0; i < header.times(); i++) {
            moments.add(Instant.ofEpochSecond(timeBytes == Long.BYTES ? file.getLong() : file.getInt()));
        }
        byte[] types = new byte[header.times()];
        file.get(types);
        List<ZoneOffset> offsets = new ArrayList<>();
        for (int i = 0; i < header.types(); i++) {
            offsets.add(ZoneOffset.ofTotalSeconds(file.getInt()));
            file.position(file.position() + TYPE_BYTES - Integer.BYTES);
        }
        TreeMap<Instant, ZoneOffset> transitions = new TreeMap<>();
        for (int i = 0; i < types.length; i++) {
            transitions.put(moments.get(i), offsets.get(Byte.toUnsignedInt(types[i])));
        }
        file.position(
                file.position() + header.chars() + header.leaps() * (timeBytes + 4) + header.isStd() + header.isUt());
        String footer = StandardCharsets.US_ASCII.decode(file).toString().strip();
        return new TzFile(
                offsets.getFirst(),
                transitions,
                footer.isEmpty() ? Optional.empty() : Optional.of(PosixRule.parse(footer)));
    }
}
