package cairn.lambda;

import static cairn.lambda.JsonBodyTest.pointers;
import static cairn.lambda.JsonBodyTest.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What one field of a body can hold.
class JsonBodyValuesTest {

    private static JsonBody bodyOf(String value) {
        return JsonBody.parse("{\"it\": " + value + "}");
    }

    private static @Nullable Object read(JsonBody body, String type) {
        return switch (type) {
            case "text" -> body.text("it");
            case "flag" -> body.flag("it");
            case "number" -> body.number("it");
            case "whole" -> body.wholeNumber("it");
            case "day" -> body.day("it");
            case "instant" -> body.instant("it");
            case "zone" -> body.zone("it");
            case "language" -> body.language("it");
            case "object" -> body.object("it");
            case "objects" -> body.objects("it");
            case "texts" -> body.texts("it");
            default -> throw new IllegalArgumentException(type);
        };
    }

    @ParameterizedTest(name = "{1} is no {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        text     | 7
        text     | true
        text     | []
        text     | {}
        flag     | "true"
        flag     | 1
        number   | "7"
        number   | true
        whole    | "7"
        whole    | true
        whole    | 7.5
        whole    | 0.1
        whole    | 1e-1
        whole    | 2147483648
        whole    | -2147483649
        whole    | 1e10
        whole    | 1e999999999
        whole    | 1e-999999999
        number   | 1e401
        number   | 1e-401
        number   | 1e2147483647
        number   | 10e2147483647
        number   | 1e-2147483647
        number   | 123456789012345678901234567890123456789
        number   | 0.123456789012345678901234567890123456789
        text     | 1e401
        flag     | 1e401
        day      | 20260324
        day      | [2026,3,24]
        instant  | 1795334400000
        zone     | 2
        language | {}
        object   | []
        object   | "{}"
        objects  | {}
        texts    | "x"
        """)
    void aValueOfAnotherTypeMakesTheBodyMalformed(String type, String value) {
        JsonBody body = bodyOf(value);

        assertThat(read(body, type)).isNull();
        assertThat(problemOf(body).status()).isEqualTo(400);
        assertThat(pointers(problemOf(body))).containsExactly("/it");
    }

    @ParameterizedTest(name = "{1} is no {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        day      | ""
        day      | "today"
        day      | "1999-12-31"
        day      | "2200-01-01"
        day      | "2026-02-29"
        day      | "2026-04-31"
        day      | "2026-3-24"
        day      | " 2026-03-24"
        day      | "+2026-03-24"
        day      | "+02026-03-24"
        day      | "2026-03-24T00:00:00Z"
        day      | "٢٠٢٦-٠٣-٢٤"
        instant  | ""
        instant  | "2026-03-24"
        instant  | "2026-03-24T08:00:00"
        instant  | "2026-03-24T25:00:00Z"
        instant  | "2200-01-01T00:00:00Z"
        instant  | "1999-12-31T23:59:59.999Z"
        zone     | ""
        zone     | "+14:01"
        zone     | "z"
        zone     | "GMT+2:5"
        zone     | "IST"
        zone     | "europe/berlin"
        zone     | "Europe/Berlin "
        zone     | "Europe/Atlantis"
        language | ""
        language | "C"
        language | "en__US"
        language | "und"
        language | "english language"
        language | "*"
        language | "de,en"
        language | "en-abcdefghi"
        language | "sl-rozaj-solba-1994-abcdefgh-ijklmnop"
        """)
    void aValueThatCannotBeMakesTheBodyInvalid(String type, String value) {
        JsonBody body = bodyOf(value);

        assertThat(read(body, type)).isNull();
        assertThat(problemOf(body).status()).isEqualTo(422);
        assertThat(pointers(problemOf(body))).containsExactly("/it");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        7,           7
        7.0,         7
        7.00e0,      7
        70e-1,       7
        1e2,         100
        0,           0
        -0.0,        0
        2147483647,  2147483647
        -2147483648, -2147483648
        2.147483647e9, 2147483647
        """)
    void aWholeNumberMayBeWrittenInManyWays(String value, int expected) {
        JsonBody body = bodyOf(value);

        assertThat(body.wholeNumber("it")).isEqualTo(expected);
        body.check();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "7.5", "0.1000000000000000000000000001", "-1e-10", "1e30", "2147483648"})
    void aNumberIsReadAsItIsWritten(String value) {
        JsonBody body = bodyOf(value);

        assertThat(body.number("it")).isEqualByComparingTo(new BigDecimal(value));
        body.check();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.30000000000000004",
                "5e-324",
                "4.9406564584124654e-324",
                "-2.2250738585072014E-308",
                "1.7976931348623157e+308",
                "123456789012345680000",
                "0e400",
                "-0.0",
                "99999999999999999999999999999999999999e362"
            })
    void aNumberIsWhateverADoublePrints(String value) {
        JsonBody body = bodyOf(value);

        assertThat(body.number("it")).isEqualByComparingTo(new BigDecimal(value));
        body.check();
    }

    @Test
    void anyDoubleIsReadAsItIsPrinted() {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                JsonBody body =
                        bodyOf("[" + value + "," + new BigDecimal(Double.toString(value)).toPlainString() + "]");

                assertThat(body.asMap(_ -> true, "numbers", array -> array)).hasEntrySatisfying("it", array -> {
                    assertThat(array.get(0).doubleValue()).isEqualTo(value);
                    assertThat(array.get(1).doubleValue()).isEqualTo(value);
                });
                body.check();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000-01-01", "2024-02-29", "2026-12-31", "2199-12-31"})
    void aDayIsReadAsItIsWritten(LocalDate day) {
        assertThat(bodyOf("\"" + day + "\"").day("it")).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        2026-03-24T08:00:00Z,           2026-03-24T08:00:00Z
        2026-03-24T10:00:00.1+02:00,    2026-03-24T08:00:00.100Z
        2199-12-31T23:59:59.999999999Z, 2199-12-31T23:59:59.999Z
        """)
    void anInstantMayHaveAnyOffsetAndIsCutToTheMillisecond(String text, Instant expected) {
        assertThat(bodyOf("\"" + text + "\"").instant("it")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Europe/Berlin", "America/Argentina/Buenos_Aires", "Pacific/Kiritimati", "Etc/GMT+12", "UTC"})
    void aZoneIsAnyNameInTheDatabase(String zone) {
        assertThat(bodyOf("\"" + zone + "\"").zone("it")).isEqualTo(ZoneId.of(zone));
    }

    @ParameterizedTest
    @CsvSource({"+05:30, +05:30", "GMT+3, +03:00", "UTC-4, -04:00", "EST, America/Panama"})
    void aZoneIsAlsoWhatADeviceReports(String reported, String zone) {
        assertThat(bodyOf("\"" + reported + "\"").zone("it")).isEqualTo(ZoneId.of(zone));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        en,                      en
        EN,                      en
        pt-br,                   pt-BR
        PT-BR,                   pt-BR
        IT,                      it
        zh-hant-tw,              zh-Hant-TW
        es-419,                  es-419
        iw,                      he
        de-u-co-phonebk,         de-u-co-phonebk
        """)
    void aLanguageIsReadInItsCanonicalForm(String tag, String expected) {
        assertThat(bodyOf("\"" + tag + "\"").language("it")).isEqualTo(expected);
    }

    @Test
    void textsAndFlagsAreReadAsTheyAre() {
        assertThat(bodyOf("\" ü 肌 \\u0000 \"").text("it")).isEqualTo(" ü 肌 \u0000 ");
        assertThat(bodyOf("\"\"").text("it")).isEmpty();
        assertThat(bodyOf("true").flag("it")).isTrue();
        assertThat(bodyOf("false").flag("it")).isFalse();
        assertThat(bodyOf("[]").texts("it")).isEmpty();
        assertThat(bodyOf("[\"a\", \"\"]").texts("it")).containsExactly("a", "");
        assertThat(bodyOf("[]").objects("it")).isEmpty();
    }
}
