package cairn.local.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;
import java.util.Random;

/// What nobody means to send, and somebody does.
final class Odd {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\t",
            "\u0000",
            "a\u0000b",
            "\u0007\u001b[31m",
            "\ud83d",
            "\ude00",
            "\ude00\ud83d",
            "x\ud83dy",
            "😀",
            "e\u0301",
            "\u202eabc",
            "\ufeff",
            "\ufffe",
            "\uffff",
            "\u2028",
            "İı",
            "ß",
            "\u00e9",
            "null",
            "true",
            "0",
            "-1",
            "1e5",
            "NaN",
            "{}",
            "[]",
            "'",
            "\"",
            "\\",
            "/",
            "..",
            ".",
            "%2F",
            "%00",
            "%",
            "a/b",
            "#",
            "?",
            "a,b",
            "a;b=c",
            "a b",
            "*",
            "W/\"x\"",
            "<script>",
            "${x}",
            "{{x}}",
            "MEMBER#x",
            "CHECKIN#1#skin#1#day-7",
            "__proto__",
            "constructor",
            "1#skin#1#day-7",
            "2027-03-14 07:00:00Z",
            "Europe/Berlin ");
    /// Of days, instants, periods, zones, languages, ids: at the edges and just over them.
    private static final List<String> LITERALS = words("""
            2000-01-01 1999-12-31 2199-12-31 2200-01-01 2027-02-29 2028-02-29 0000-01-01 +02027-03-07
            -0001-01-01 +999999999-12-31 -999999999-01-01 2027-3-7 20270307 2027-W10-7 2027-03-07T00:00:00Z
            2000-01-01T00:00:00Z 1999-12-31T23:59:59.999Z 2199-12-31T23:59:59.999Z 2199-12-31T20:00:00Z
            2200-01-01T00:00:00Z 2199-12-31T23:59:59-18:00 2000-01-01T00:00:00+18:00
            +1000000000-12-31T23:59:59.999999999Z -1000000000-01-01T00:00:00Z 1970-01-01T00:00:00Z
            2016-12-31T23:59:60Z 2027-03-14T24:00:00Z 2027-03-14T07:00Z 2027-03-14T07:00:00
            2027-03-14t07:00:00z 2027-03-14T07:00:00.123456789Z 2027-03-14T07:00:00+99:99
            2027-03-14T07:00:00Z[Europe/Berlin] 2027-03-14T07:00:00,5Z P0D -P1D P1D P1W P2147483647D
            P2147483648D P306783379W P99999999999999999999Y P1Y2M P1W1D PT24H p1w P1.5D P-1D P178956971Y P999Y
            P1000Y P199Y P200Y none None EST ROC GMT+3 GMT+18 UTC-4 +05:30 +14:00 +14:01 -12:00 -12:01 +18:00
            Z z GMT UT GMT0 Etc/GMT+12 Etc/GMT-14 europe/berlin SystemV/PST8PDT Pacific/Kiritimati
            Pacific/Apia Pacific/Pago_Pago America/St_Johns en_US zh_TW zh-Hant-TW i-klingon und x-private
            de-DE-1996-u-co-phonebk en-US-POSIX sl-rozaj-biske-1994 a abcdefghi en- -en en--US ja_JP_JP de;q=0
            *;q=0.1 24:00 23:59 9:00 09:00:00 day-7 day-0 day-99999999999 weekly-2027-02-30
            """);
    private static final List<String> NUMBERS = words("""
            0 -0 -0.0 1 -1 0.1 0.30000000000000004 3.0 3.00000000000000000001 1e0 30e-1 5e-324
            1.7976931348623157e308 1e309 -1e309 1e400 2147483647 2147483648 -2147483648 9007199254740993
            9223372036854775807 9223372036854775808 18446744073709551616
            123456789012345678901234567890123456789012345678901234567890 1e125 1e126 1e-130 1e-131
            1e99999999999 0e99999999999 1e-99999999999 1e2147483647 1e2147483648 1e-2147483648 1e-2147483649
            -0e-2147483648 01 +1 .5 5. 0x10 NaN Infinity -Infinity 1_000 1e --1 1e1000000 1e-1000000 1e10000
            """);

    private Odd() {}

    private static List<String> words(String text) {
        return List.of(text.split("\\s+"));
    }

    static String text(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> any(TEXTS, random);
            case 1 -> any(LITERALS, random);
            case 2 -> any(TEXTS, random) + any(LITERALS, random);
            default -> any(LITERALS, random) + any(TEXTS, random);
        };
    }

    static String literal(Random random) {
        return any(LITERALS, random);
    }

    /// @param most the longest that is taken
    static String longText(int most, Random random) {
        String character = any(List.of("a", "é", "😀", "\u0000", "\""), random);
        int length = most + random.nextInt(5) - 2;
        return character.repeat(Math.max(0, length / character.length() + random.nextInt(2)));
    }

    /// A number, or what only looks like one.
    static JsonNode number(Random random) {
        return NODES.rawValueNode(new RawValue(any(NUMBERS, random)));
    }

    static JsonNode deep(Random random) {
        int levels = any(List.of(2, 6, 7, 8, 9, 20, 600, 1100, 3000), random);
        return NODES.rawValueNode(new RawValue(
                random.nextBoolean()
                        ? "[".repeat(levels) + "]".repeat(levels)
                        : "{\"a\":".repeat(levels) + "1" + "}".repeat(levels)));
    }

    static JsonNode ofAnotherType(Random random) {
        return switch (random.nextInt(9)) {
            case 0, 7, 8 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextInt(20) - 5);
            case 3 -> NODES.textNode(any(List.of("", "1", "text", "true"), random));
            case 4 -> NODES.arrayNode();
            case 5 -> NODES.objectNode();
            default -> NODES.arrayNode().add(1).addNull().add("x").addObject();
        };
    }

    static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
