package cairn.timeline;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesProvider;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A time zone as devices report it (semantics 1): a name of the time zone database, old names included, or a
/// fixed offset from −12:00 to +14:00. What comes out has an id that [ZoneId#of] reads back: the name, or the offset as
/// `+05:30`. An offset of zero is `UTC`, which every client can read.
public final class ZoneText {
    /// Names of the database that the JDK leaves out, since it once read them as abbreviations. Here they are what
    /// the database links them to (its file `backward`).
    private static final Map<String, String> LINKS =
            Map.of("EST", "America/Panama", "MST", "America/Phoenix", "HST", "Pacific/Honolulu", "ROC", "Asia/Taipei");

    /// `+05:30` (ECMAScript), `GMT+03:00` (Java, Android), `GMT+0300` (Apple), `UTC-4`; `Z` is what Kotlin calls UTC.
    private static final Pattern OFFSET =
            Pattern.compile("(?:UTC|GMT|UT)?([+-])(?:(\\d{1,2})(?::([0-5]\\d))?|(\\d{2})([0-5]\\d))|Z");

    private static final int WESTERNMOST_MINUTES = -12 * 60;
    private static final int EASTERNMOST_MINUTES = 14 * 60;

    private ZoneText() {}

    /// Reads a name in the case the database writes it in, or an offset in whole minutes; anything else is empty.
    public static Optional<ZoneId> parse(String text) {
        if (ZoneRulesProvider.getAvailableZoneIds().contains(text)) {
            return Optional.of(ZoneId.of(text));
        }
        String link = LINKS.get(text);
        return link == null ? offset(OFFSET.matcher(text)) : Optional.of(ZoneId.of(link));
    }

    private static Optional<ZoneId> offset(Matcher offset) {
        if (!offset.matches()) {
            return Optional.empty();
        }
        int ahead = 60 * number(offset.group(2), offset.group(4)) + number(offset.group(3), offset.group(5));
        int minutes = "-".equals(offset.group(1)) ? -ahead : ahead;
        if (minutes < WESTERNMOST_MINUTES || minutes > EASTERNMOST_MINUTES) {
            return Optional.empty();
        }
        return Optional.of(minutes == 0 ? ZoneId.of("UTC") : ZoneOffset.ofTotalSeconds(60 * minutes));
    }

    /// Of the two groups the one that matched; 0 if neither did.
    private static int number(@Nullable String one, @Nullable String other) {
        String digits = one == null ? other : one;
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
