package cairn.testkit;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// JSON as large as a body may be, in every shape that could cost more than its length.
public final class LargeValues {
    /// For what stands around a value.
    private static final int FRAME = 400;

    private LargeValues() {}

    /// Values for one field.
    ///
    /// @return by name
    public static Map<String, String> any() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("a long text", '"' + filled("a") + '"');
        values.put("a text of escapes", '"' + filled("\\u00e4") + '"');
        values.put("a text of hyphens", '"' + filled("a-") + '"');
        values.put("a text of underscores", '"' + filled("_") + '"');
        values.put("a text of digits", '"' + filled("1") + '"');
        values.put("a locale of extensions", "\"en-u" + distinct("-abc%03x") + '"');
        values.put("a locale of variants", "\"en" + distinct("-abcd%03x") + '"');
        values.put("a locale of private use", "\"en-x" + filled("-abc") + '"');
        values.put("a locale of points", "\"en" + filled(".@") + '"');
        values.put("a number of 999 digits", "9".repeat(999));
        values.put("a number of 1,001 digits", "9".repeat(1_001));
        values.put("a number of 16,000 digits", "0." + filled("9"));
        values.put("a number with a large exponent", "1e999999999");
        values.put("a number with a small exponent", "1e-999999999");
        values.put("an array of zeros", "[0" + filled(",0") + "]");
        values.put("an array of empty texts", "[\"\"" + filled(",\"\"") + "]");
        values.put("an array of empty objects", "[{}" + filled(",{}") + "]");
        values.put("an array of numbers of 999 digits", "[0" + filled("," + "9".repeat(999)) + "]");
        values.put("arrays in arrays", "[[[[[" + "[]" + filled(",[]") + "]]]]]");
        values.put("too many arrays in arrays", filled("["));
        values.put("an object of many fields", "{\"a\":0" + distinct(",\"%03x\":0") + "}");
        values.put("an object of many texts", "{\"a\":\"\"" + distinct(",\"%03x\":\"\"") + "}");
        values.put("an object of one long name", "{\"" + filled("~") + "\":0}");
        values.put("an object of names with one hash", "{\"a\":0" + sameHash() + "}");
        return values;
    }

    /// More fields beside those that are known.
    ///
    /// @return by name
    public static Map<String, String> unknownFields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("one unknown field, a long text", ",\"other\":\"" + filled("a") + '"');
        fields.put("one unknown field, a long name", ",\"" + filled("/") + "\":0");
        fields.put("many unknown fields", distinct(",\"%03x\":0"));
        fields.put("many unknown fields with one hash", sameHash());
        fields.put("blanks", filled(" "));
        return fields;
    }

    /// The text again and again, as long as a body may be.
    public static String filled(String text) {
        return text.repeat((InputCosts.LARGEST_BODY - FRAME) / text.length());
    }

    /// The object with one more field, an array of small records as any JSON has them, as long as a body may be.
    public static String fair(String object) {
        String record = "{\"id\":\"abc\",\"on\":\"2026-03-24\",\"n\":7,\"is\":true}";
        return object.substring(0, object.length() - 1) + ",\"other\":[" + record + filled("," + record) + "]}";
    }

    private static String distinct(String format) {
        int length = String.format(Locale.ROOT, format, 0).length();
        return IntStream.range(0, (InputCosts.LARGEST_BODY - FRAME) / length)
                .mapToObj(i -> String.format(Locale.ROOT, format, i))
                .collect(Collectors.joining());
    }

    /// `Aa` and `BB` have the same hash, and so has every row of them.
    private static String sameHash() {
        return IntStream.range(0, 600)
                .mapToObj(i -> IntStream.range(0, 10)
                        .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                        .collect(Collectors.joining("", ",\"", "\":0")))
                .collect(Collectors.joining());
    }
}
