package cairn.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Requests whose head is as large as API Gateway takes, in every shape that could cost more than its length.
public final class LargeHeads {
    /// A character that is sent as three.
    private static final int LARGEST_ENCODED = 3_300;

    private LargeHeads() {}

    /// @param ordinary the request that each is made of
    /// @return by name
    public static Map<String, HttpEvent> of(HttpEvent ordinary) {
        Map<String, HttpEvent> heads = new LinkedHashMap<>();
        languages()
                .forEach((name, value) ->
                        heads.put("Accept-Language: " + name, ordinary.withHeader("accept-language", value)));
        heads.put("If-None-Match: of one letter", ordinary.withHeader("if-none-match", filled("a")));
        heads.put("If-None-Match: of commas", ordinary.withHeader("if-none-match", filled(",")));
        heads.put("If-None-Match: of weak tags", ordinary.withHeader("if-none-match", filled("W/\"a\", ")));
        heads.put("If-None-Match: of blanks", ordinary.withHeader("if-none-match", filled(" ")));
        heads.put("another header", ordinary.withHeader("x-other", filled("a")));
        heads.put("another header, all escapes in JSON", ordinary.withHeader("x-other", filled("\"")));
        heads.put("800 other headers", many(ordinary));
        heads.put("an unknown parameter, long value", ordinary.withQuery("other", filled("a")));
        heads.put("an unknown parameter, long name", ordinary.withQuery(filled("a"), "a"));
        heads.put("an unknown parameter, name of escapes", ordinary.withQuery("~".repeat(LARGEST_ENCODED), "a"));
        heads.put("a subject of 10 KB", ordinary.as(filled("a")));
        heads.put("a subject of 256 pairs of surrogates", ordinary.as("\ud83d\ude00".repeat(128)));
        return heads;
    }

    /// Values for a parameter of the path or the query, all of characters that a URL has as they are.
    ///
    /// @return by name
    public static Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("one letter", filled("a"));
        values.put("digits", filled("1"));
        values.put("a letter and a hyphen", filled("a-"));
        values.put("a day, often", filled("2026-03-24-"));
        values.put("underscores", filled("_"));
        values.put("points", filled("."));
        values.put("base64 of hashes", filled("IyMj"));
        values.put("base64 of an id, often", filled("MSNza2luIzEjZGF5LTcj"));
        return values;
    }

    private static Map<String, String> languages() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("one range of 2,500 subtags", "zh" + filled("-abc").substring(4));
        values.put("zh-TW, often", filled("zh-TW,"));
        values.put("Latin American Spanish, often", filled("es-419;q=0.1,"));
        values.put("ranges of 35 characters", filled("de-abcdefgh-bcdefghi-cdefghij-abcde,"));
        values.put("ranges of one-letter subtags", filled("de-a-b-c-d-e-f-g-h-i-j-k-l-m-n-o,"));
        values.put("*", filled("*,"));
        values.put("*-*-*", filled("*-*-*-*-*-*-*,"));
        values.put("q=0", filled("de;q=0,"));
        values.put("commas", filled(","));
        values.put("blanks", filled(" "));
        values.put("a range, blanks, and what is no weight", "de" + " ".repeat(990) + "x");
        values.put("one letter", filled("a"));
        values.put("hyphens", filled("-"));
        values.put("a long weight", "de;q=0." + filled("1").substring(7));
        values.put(
                "1,000 two-letter ranges",
                IntStream.range(0, 2_500)
                        .mapToObj(i -> "" + (char) ('a' + i % 26) + (char) ('a' + i / 26 % 26))
                        .collect(Collectors.joining(","))
                        .substring(0, 7_000));
        return values;
    }

    private static HttpEvent many(HttpEvent ordinary) {
        HttpEvent event = ordinary;
        for (int i = 0; i < 800; i++) {
            event = event.withHeader("x-" + i, "abcdef");
        }
        return event;
    }

    /// The text again and again, as long as a head may be beside its names.
    public static String filled(String text) {
        return text.repeat((InputCosts.LARGEST_HEAD - 240) / text.length());
    }
}
