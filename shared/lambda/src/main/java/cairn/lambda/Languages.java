package cairn.lambda;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which languages a reader wants, in their order: the member's own, then those of the request.
public final class Languages {
    /// RFC 5646, 4.4.1: room for a tag this long is enough for all that is in use.
    private static final int LONGEST_TAG = 35;

    /// With extensions, which are dropped where they do not fit.
    private static final int LONGEST_LOCALE = 255;

    private static final int LONGEST_HEADER = 1_000;
    private static final int MOST_RANGES = 20;

    /// One element of `Accept-Language` (RFC 9110, 12.5.4). Blanks are never given back: trying each number of them
    /// again
    /// would cost the square of their number.
    private static final Pattern ELEMENT =
            Pattern.compile("\\s*+([A-Za-z0-9*_-]{1,35})\\s*+(;\\s*+[qQ]\\s*+=\\s*+[01](?:\\.\\d{0,9})?)?\\s*+");

    /// A character set, and a modifier or ICU's keywords: `de_DE.UTF-8`, `sr_RS@latin`, `en_US@calendar=buddhist`. What
    /// only contains an `@`, as an address does, is no locale.
    private static final Pattern POSIX_SUFFIX = Pattern.compile(
            "(?:\\.[A-Za-z0-9_-]+)?(?:@(?:[A-Za-z0-9]+|[a-z]+=[A-Za-z0-9_-]+(?:;[a-z]+=[A-Za-z0-9_-]+)*))?$");

    /// What `Locale.toString` of Java and Android makes of a script, `zh_TW_#Hant`, with hyphens.
    private static final Pattern JAVA_SCRIPT =
            Pattern.compile("([A-Za-z]{2,3})(-(?:[A-Za-z]{2}|\\d{3}))?-{1,2}#([A-Za-z]{4})(?=-|$)");
    private static final Pattern JAVA_EXTENSION = Pattern.compile("-{1,2}#");

    private Languages() {}

    /// Of a header the first 1,000 characters and the first 20 ranges are read; what comes after them, and a range
    /// of more than 35 characters, counts as not sent. An element that is no range is passed over alone.
    ///
    /// @param ofMember       a BCP 47 tag; null if they named none
    /// @param acceptLanguage the request's header; null if there was none
    public static List<Locale.LanguageRange> wanted(@Nullable String ofMember, @Nullable String acceptLanguage) {
        List<Locale.LanguageRange> wanted = new ArrayList<>();
        if (ofMember != null) {
            wanted.addAll(ranges(ofMember));
        }
        if (acceptLanguage != null) {
            wanted.addAll(byWeight(acceptLanguage));
        }
        return wanted;
    }

    private static List<Locale.LanguageRange> byWeight(String header) {
        List<Locale.LanguageRange> all = new ArrayList<>();
        int read = 0;
        for (String element : beginningOf(header).split(",", -1)) {
            List<Locale.LanguageRange> ranges = ranges(element);
            if (!ranges.isEmpty() && read++ < MOST_RANGES) {
                all.addAll(ranges);
            }
        }
        all.sort(Comparator.comparingDouble(Locale.LanguageRange::getWeight).reversed());
        return all;
    }

    /// An element that is cut in two counts as not sent: half a weight is another weight.
    private static String beginningOf(String header) {
        return header.length() <= LONGEST_HEADER
                ? header
                : header.substring(0, Math.max(0, header.lastIndexOf(',', LONGEST_HEADER)));
    }

    /// The range of an element, with those that mean the same language; empty if it is none.
    private static List<Locale.LanguageRange> ranges(String element) {
        Matcher matcher = ELEMENT.matcher(element);
        if (!matcher.matches()) {
            return List.of();
        }
        String weight = matcher.group(2);
        try {
            return Locale.LanguageRange.parse(matcher.group(1).replace('_', '-') + (weight == null ? "" : weight));
        } catch (IllegalArgumentException noRange) {
            return List.of();
        }
    }

    /// What a device calls its locale, as BCP 47 writes it: `pt-br` is `pt-BR`, `en_US` and POSIX's `en_US.UTF-8` are
    /// `en-US`, Java's `zh_TW_#Hant` is `zh-Hant-TW`. One longer than 35 characters loses its extensions.
    ///
    /// @return null if it names no language, as `und` and `C` do not, or is too long even so
    static @Nullable String canonicalTag(String text) {
        if (text.length() > LONGEST_LOCALE) {
            return null;
        }
        try {
            Locale locale =
                    new Locale.Builder().setLanguageTag(hyphenated(text)).build();
            String full = locale.toLanguageTag();
            String tag = full.length() > LONGEST_TAG ? locale.stripExtensions().toLanguageTag() : full;
            return tag.length() > LONGEST_TAG || tag.equals("und") ? null : tag;
        } catch (IllformedLocaleException notATag) {
            return null;
        }
    }

    private static String hyphenated(String text) {
        String plain = POSIX_SUFFIX.matcher(text).replaceFirst("").replace('_', '-');
        return JAVA_EXTENSION
                .matcher(JAVA_SCRIPT.matcher(plain).replaceFirst("$1-$3$2"))
                .replaceFirst("-");
    }
}
