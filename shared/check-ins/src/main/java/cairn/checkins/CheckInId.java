package cairn.checkins;

import cairn.timeline.SlotKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names a check-in of a member. It holds life, program, run and slot; clients get it as opaque text.
///
/// @param life 1, and one more after each erasure
/// @param run  the journey's 1st, 2nd, … start
public record CheckInId(int life, String program, int run, SlotKey slot) {
    private static final Pattern PARTS = Pattern.compile("(\\d{1,9})#([a-z][a-z0-9-]*)#(\\d{1,4})#([a-z0-9-]+)");

    /// URL-safe, without padding.
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(parts().getBytes(StandardCharsets.US_ASCII));
    }

    /// Reads what [#text] writes; anything else, another spelling of the same id included, is empty.
    public static Optional<CheckInId> parse(String text) {
        return decoded(text).flatMap(CheckInId::ofParts).filter(id -> id.text().equals(text));
    }

    private String parts() {
        return life + "#" + program + "#" + run + "#" + slot.text();
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<CheckInId> ofParts(String parts) {
        Matcher matcher = PARTS.matcher(parts);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return SlotKey.parse(matcher.group(4))
                .map(slot -> new CheckInId(
                        Integer.parseInt(matcher.group(1)),
                        matcher.group(2),
                        Integer.parseInt(matcher.group(3)),
                        slot));
    }
}
