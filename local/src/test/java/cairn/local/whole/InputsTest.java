package cairn.local.whole;

import static cairn.local.whole.RightReply.expect;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.local.whole.Running.Reply;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Inputs that once went wrong, over HTTP: what is sent, and what is right. The last column of a table is a part of the
/// reply: an object may have more fields than it names. What time does is in `TimeStoriesTest`, what events do in
/// `EventInputsTest`.
///
/// Every row is a person of its own in Berlin who started on 2027-03-07; it is 08:00 there on 2027-03-14.
///
/// Not here, because no request reaches it: a file to import and the arguments of `compare` (module `local/commands`),
/// a card with a text in `zh-Hant` (no program of this deployment has one), what an erasure costs, and the text of
/// terminals.
class InputsTest {
    private static final Instant NOW = Instant.parse("2027-03-14T07:00:00Z");
    /// The `day-7` of everybody's first run of `skin`, and the `day-3` of `strength`.
    private static final String SKIN = id("1#skin#1#day-7");

    private static final String STRENGTH = id("1#strength#1#day-3");

    private static Running cairn;
    private static CapturedOutput output;
    private static int people;

    @BeforeAll
    static void start() {
        output = new CapturedOutput();
        cairn = new Running();
        cairn.travelTo(NOW);
    }

    @AfterAll
    static void nothingSentIsInTheLog() {
        cairn.close();
        assertThat(output.end()).contains("GET /v1/me/due").doesNotContainIgnoringCase("anna");
    }

    /// A.2 to A.5: the card of `skin` asks for `irritation` (0 to 10) and `change`, and takes up to three `areas` and a
    /// `note` of 500 characters. It opened at midnight in Berlin.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        # answeredAt
        an answer of a phone in 1970 is drawn to the opening | {"answers":{"irritation":3,"change":"same"},"answeredAt":"1970-01-01T00:00:00.000Z"} | 200 | {"answeredAt":"2027-03-13T23:00:00.000Z","late":false}
        an answer from a moment before the opening is drawn to it | {"answers":{"irritation":3,"change":"same"},"answeredAt":"2027-03-13T22:59:59.999Z"} | 200 | {"answeredAt":"2027-03-13T23:00:00.000Z"}
        an answer from the opening itself is kept | {"answers":{"irritation":3,"change":"same"},"answeredAt":"2027-03-13T23:00:00.000Z"} | 200 | {"answeredAt":"2027-03-13T23:00:00.000Z"}
        an answer of an hour ago is kept | {"answers":{"irritation":3,"change":"same"},"answeredAt":"2027-03-14T07:00:00.480+01:00"} | 200 | {"answeredAt":"2027-03-14T06:00:00.480Z"}
        an answeredAt that is no instant is a fault | {"answers":{"irritation":3,"change":"same"},"answeredAt":"yesterday"} | 422 | {"errors":[{"pointer":"/answeredAt"}]}
        # text
        the first half of a surrogate pair is no text | {"answers":{"irritation":3,"change":"same","note":"good day \\ud83d"}} | 422 | {"errors":[{"pointer":"/answers/note"}]}
        the second half alone is none | {"answers":{"irritation":3,"change":"same","note":"\\ude00 good day"}} | 422 | {"errors":[{"pointer":"/answers/note"}]}
        two halves in the wrong order are none | {"answers":{"irritation":3,"change":"same","note":"\\ude00\\ud83d"}} | 422 | {"errors":[{"pointer":"/answers/note"}]}
        a whole pair is a text | {"answers":{"irritation":3,"change":"same","note":"good day \\ud83d\\ude00"}} | 200 | {"answers":{"irritation":3,"change":"same","note":"good day \\ud83d\\ude00"}}
        a text is stored as it is sent | {"answers":{"irritation":3,"change":"same","note":" e\\u0301 \\u00e9 \\u202e\\ufeff\\t\\n "}} | 200 | {"answers":{"note":" e\\u0301 \\u00e9 \\u202e\\ufeff\\t\\n "}}
        half a pair is no choice | {"answers":{"irritation":3,"change":"\\ud83d"}} | 422 | {"errors":[{"pointer":"/answers/change"}]}
        half a pair is no choice of many | {"answers":{"irritation":3,"change":"same","areas":["nose","\\ud83d"]}} | 422 | {"errors":[{"pointer":"/answers/areas/1"}]}
        # what is left out
        no choice at all is not answered | {"answers":{"irritation":3,"change":"same","areas":[]}} | 200 | {"answers":{"irritation":3,"change":"same"}}
        an empty text is not answered | {"answers":{"irritation":3,"change":"same","note":""}} | 200 | {"answers":{"irritation":3,"change":"same"}}
        null is not answered | {"answers":{"irritation":3,"change":"same","note":null,"areas":null}} | 200 | {"answers":{"irritation":3,"change":"same"}}
        null is no answer to what must be answered | {"answers":{"irritation":null,"change":"same"}} | 422 | {"errors":[{"pointer":"/answers/irritation"}]}
        nor is an empty text | {"answers":{"irritation":3,"change":""}} | 422 | {"errors":[{"pointer":"/answers/change"}]}
        every fault is listed | {"answers":{"irritation":11,"change":"other","anna@example.com":1}} | 422 | {"errors":[{},{},{}]}
        # numbers
        3.0 is 3 | {"answers":{"irritation":3.0,"change":"same"}} | 200 | {"state":"completed"}
        3.5 is no place on a scale | {"answers":{"irritation":3.5,"change":"same"}} | 422 | {"errors":[{"pointer":"/answers/irritation"}]}
        """)
    void aCardOfSkinIsCompleted(String what, String body, int status, String right) {
        expect(person().put("/v1/me/check-ins/" + SKIN + "/completion", body), status, right);
    }

    /// A.4: the card of `strength` asks for a `load` of 0 to 300, which may be any number in between.
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "0.30000000000000004,       200",
        "299.99999999999994,        200",
        "5e-324,                    200",
        "1.0E-5,                    200",
        "3e2,                       200",
        "0,                         200",
        "-0.0,                      200",
        "1.7976931348623157e308,    422",
        "300.00000000000006,        422",
        "-5e-324,                   422",
        "1e99999999999,             400",
        "0e99999999999,             400",
        "1e-2147483648,             400",
        "NaN,                       400",
        "+1,                        400",
        "0x10,                      400",
        "01,                        400",
        "1e400,                     422"
    })
    void aLoadOf(String load, int status) {
        Person person = person();
        expect(person.put("/v1/me/journeys/strength", "{\"startedOn\":\"2027-03-11\"}"), 200, "{}");
        Reply reply = person.put("/v1/me/check-ins/" + STRENGTH + "/completion", """
                {"answers":{"energy":3,"pain":false,"next":"same","load":%s}}""".formatted(load));
        expect(reply, status, "{}");
        if (status == 200) {
            assertThat(reply.json().at("/answers/load").asDouble()).isEqualTo(Double.parseDouble(load) + 0.0);
        }
    }

    /// A.4: characters are UTF-16 code units, as in every client's language.
    @ParameterizedTest(name = "{0} × {1}")
    @CsvSource({"a, 500, 200", "a, 501, 422", "😀, 250, 200", "😀, 251, 422"})
    void aNoteHasFiveHundredCharacters(String character, int times, int status) {
        expect(
                person().completes(
                                "{\"irritation\":3,\"change\":\"same\",\"note\":\"" + character.repeat(times) + "\"}"),
                status,
                status == 200 ? "{\"state\":\"completed\"}" : "{\"errors\":[{\"pointer\":\"/answers/note\"}]}");
    }

    /// A.5: the same answers get the same reply, others a conflict with what is stored.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        the very same                  | {"irritation":3,"change":"same"}                            | {"irritation":3,"change":"same"}                            | 200
        choices in another order       | {"irritation":3,"change":"same","areas":["nose","cheeks"]}  | {"irritation":3,"change":"same","areas":["cheeks","nose"]}  | 200
        no choice for what was left    | {"irritation":3,"change":"same"}                            | {"irritation":3,"change":"same","areas":[]}                 | 200
        an empty text likewise         | {"irritation":3,"change":"same"}                            | {"irritation":3,"change":"same","note":""}                  | 200
        null likewise                  | {"irritation":3,"change":"same"}                            | {"irritation":3,"change":"same","note":null}                | 200
        left out for no choice         | {"irritation":3,"change":"same","areas":[],"note":""}       | {"irritation":3,"change":"same"}                            | 200
        null for an empty text         | {"irritation":3,"change":"same","note":""}                  | {"irritation":3,"change":"same","note":null}                | 200
        3.0 for 3                      | {"irritation":3,"change":"same"}                            | {"irritation":3.0,"change":"same"}                          | 200
        3e0 for 3.00                   | {"irritation":3.00,"change":"same"}                         | {"irritation":3e0,"change":"same"}                          | 200
        another number                 | {"irritation":3,"change":"same"}                            | {"irritation":4,"change":"same"}                            | 409
        one choice more                | {"irritation":3,"change":"same","areas":["nose"]}           | {"irritation":3,"change":"same","areas":["nose","cheeks"]}  | 409
        a text in other capitals       | {"irritation":3,"change":"same","note":"Fine"}              | {"irritation":3,"change":"same","note":"fine"}              | 409
        a text in another normal form  | {"irritation":3,"change":"same","note":"é"}                 | {"irritation":3,"change":"same","note":"e\u0301"}          | 409
        a blank is a text              | {"irritation":3,"change":"same"}                            | {"irritation":3,"change":"same","note":" "}                 | 409
        """)
    void theSameAnswersAgain(String what, String first, String again, int status) {
        Person person = person();
        Reply stored = person.completes(first);
        expect(stored, 200, "{\"state\":\"completed\"}");
        Reply reply = person.completes(again);
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(status == 200 ? reply.json() : reply.json().path("stored")).isEqualTo(stored.json());
    }

    /// A.6, C.14: where devices say their owner is, and what they say is read there. Names that the time zone database
    /// keeps as links only are the zones that they lead to.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        # zones
        {"timeZone":"Europe/Berlin"}                   | 200 | {"timeZone":"Europe/Berlin"}
        {"timeZone":"US/Eastern"}                      | 200 | {"timeZone":"US/Eastern"}
        {"timeZone":"EST"}                             | 200 | {"timeZone":"America/Panama"}
        {"timeZone":"ROC"}                             | 200 | {"timeZone":"Asia/Taipei"}
        {"timeZone":"UTC"}                             | 200 | {"timeZone":"UTC"}
        {"timeZone":"GMT+3"}                           | 200 | {"timeZone":"+03:00"}
        {"timeZone":"UTC-4"}                           | 200 | {"timeZone":"-04:00"}
        {"timeZone":"+05:30"}                          | 200 | {"timeZone":"+05:30"}
        {"timeZone":"+14:00"}                          | 200 | {"timeZone":"+14:00"}
        {"timeZone":"-12:00"}                          | 200 | {"timeZone":"-12:00"}
        {"timeZone":"+14:01"}                          | 422 | {"errors":[{"pointer":"/timeZone"}]}
        {"timeZone":"-12:01"}                          | 422 | {"errors":[{"pointer":"/timeZone"}]}
        {"timeZone":"GMT+18"}                          | 422 | {"errors":[{"pointer":"/timeZone"}]}
        {"timeZone":"Berlin"}                          | 422 | {"errors":[{"pointer":"/timeZone"}]}
        {"timeZone":""}                                | 422 | {"errors":[{"pointer":"/timeZone"}]}
        {"timeZone":"Europe/\\ud83d"}                  | 422 | {"errors":[{"pointer":"/timeZone"}]}
        {"timeZone":5.5}                               | 400 | {"errors":[{"pointer":"/timeZone"}]}
        # locales
        {"timeZone":"UTC","locale":"en_US"}            | 200 | {"locale":"en-US"}
        {"timeZone":"UTC","locale":"zh_TW"}            | 200 | {"locale":"zh-TW"}
        {"timeZone":"UTC","locale":"zh-Hant-TW"}       | 200 | {"locale":"zh-Hant-TW"}
        {"timeZone":"UTC","locale":"pt-br"}            | 200 | {"locale":"pt-BR"}
        {"timeZone":"UTC","locale":"\\ud83d"}          | 422 | {"errors":[{"pointer":"/locale"}]}
        {"timeZone":"UTC","locale":"anna example.com"} | 422 | {"errors":[{"pointer":"/locale"}]}
        {"timeZone":"UTC","locale":"anna@example.com"} | 422 | {"errors":[{"pointer":"/locale"}]}
        {"timeZone":"UTC","locale":"sr_RS@latin"}      | 200 | {"locale":"sr-RS"}
        {"timeZone":"UTC","locale":1e99999999999}      | 400 | {"type":"urn:cairn:problem:malformed"}
        {"timeZone":"UTC","locale":0e99999999999}      | 400 | {"type":"urn:cairn:problem:malformed"}
        {"timeZone":"UTC","locale":1e-2147483648}      | 400 | {"type":"urn:cairn:problem:malformed"}
        # fields
        {"timeZone":"UTC","anna@example.com":1}        | 400 | {"errors":[{}]}
        {"timeZone":"UTC","timeZone":"UTC"}            | 400 | {"type":"urn:cairn:problem:malformed"}
        {"timeZone":"UTC"} {}                          | 400 | {"type":"urn:cairn:problem:malformed"}
        """)
    void aPersonSaysWhereTheyLive(String body, int status, String right) {
        expect(person().put("/v1/me", body), status, right);
    }

    /// A.6: the day on which a journey started.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"startedOn":"2027-03-06"}                        | 200 | {"startedOn":"2027-03-06"}
        {"startedOn":"2027-03-06","timeZone":"EST"}       | 200 | {"timeZone":"America/Panama"}
        {"startedOn":"2027-03-06","timeZone":"+05:30"}    | 200 | {"timeZone":"+05:30"}
        {"startedOn":"2027-03-15"}                        | 200 | {"startedOn":"2027-03-15"}
        {"startedOn":"2027-03-16"}                        | 422 | {"errors":[{"pointer":"/startedOn"}]}
        {"startedOn":"+02027-03-07"}                      | 422 | {"errors":[{"pointer":"/startedOn"}]}
        {"startedOn":"-2027-03-07"}                       | 422 | {"errors":[{"pointer":"/startedOn"}]}
        {"startedOn":"2027-3-7"}                          | 422 | {"errors":[{"pointer":"/startedOn"}]}
        {"startedOn":"1999-12-31"}                        | 422 | {"errors":[{"pointer":"/startedOn"}]}
        {"startedOn":"+999999999-12-31"}                  | 422 | {"errors":[{"pointer":"/startedOn"}]}
        {"startedOn":20270307}                            | 400 | {"errors":[{"pointer":"/startedOn"}]}
        """)
    void aStartIsCorrected(String body, int status, String right) {
        expect(person().put("/v1/me/journeys/skin", body), status, right);
    }

    /// A.1: the card is there in `en` (its default), `de`, `ar` and `ja`.
    static Stream<List<String>> languages() {
        return Stream.of(
                List.of("ja", "ja"),
                List.of("fr;q=0.9, ja;q=0.8, de;q=0.7", "ja"),
                List.of("ja_JP", "ja"),
                List.of("ja_JP, de;q=0.9", "ja"),
                List.of("!, ja;q=0.9", "ja"),
                List.of("de;q=high, ja;q=0.9", "ja"),
                List.of("anna@example.com, ja;q=0.9", "ja"),
                List.of("*", "en"),
                List.of("zh" + "-abc".repeat(1500), "en"),
                List.of("ja-JP-u-ca-japanese-hc-h12-nu-latn, de;q=0.5", "ja"),
                List.of("ja-JP-u-ca-japanese-hc-h12-nu-fullwide, de;q=0.5", "de"),
                List.of("fr, ".repeat(19) + "ja", "ja"),
                List.of("fr, ".repeat(20) + "ja", "en"),
                List.of("fr," + " ".repeat(900) + "ja", "ja"),
                List.of("fr," + " ".repeat(1000) + "ja", "en"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aCardIsInTheFirstLanguageThatTheHeaderNames(List<String> headerAndLocale) {
        Reply reply = cairn.sendBytes(
                "GET",
                "/v1/me/due",
                person().token(),
                Map.of("Accept-Language", headerAndLocale.getFirst()),
                new byte[0]);
        expect(reply, 200, "{\"due\":[{\"card\":{\"locale\":\"" + headerAndLocale.getLast() + "\"}}]}");
    }

    /// A.3: the byte E9 where UTF-8 is meant, an overlong slash, an encoded surrogate, the beginning of a character.
    @ParameterizedTest(name = "{0}")
    @CsvSource({"E9", "C0AF", "EDA0BD", "F09F98"})
    void whatIsNoUtf8IsRefused(String hex) {
        byte[] wrong = HexFormat.of().parseHex(hex);
        for (String type : List.of("application/json", "application/json; charset=utf-8", "application/octet-stream")) {
            byte[] body = concatenated(
                    "{\"answers\":{\"irritation\":3,\"change\":\"same\",\"note\":\"".getBytes(StandardCharsets.UTF_8),
                    wrong,
                    "\"}}".getBytes(StandardCharsets.UTF_8));
            Reply reply = cairn.sendBytes(
                    "PUT",
                    "/v1/me/check-ins/" + SKIN + "/completion",
                    person().token(),
                    Map.of("Content-Type", type),
                    body);
            expect(reply, 400, "{\"type\":\"urn:cairn:problem:malformed\"}");
        }
    }

    /// C.14: what no reader of numbers can hold, wherever a body is read.
    static Stream<List<String>> oversized() {
        return Stream.of("1e99999999999", "0e99999999999", "1e-2147483648", "1e2147483648", "-1E+99999999999")
                .flatMap(number -> Stream.of(
                                "/v1/me {\"timeZone\":N}",
                                "/v1/me/journeys/skin {\"startedOn\":N}",
                                "/v1/me/journeys/skin/runs/2 {\"startedOn\":N}",
                                "/v1/me/check-ins/" + SKIN
                                        + "/completion {\"answers\":{\"irritation\":N,\"change\":\"same\"}}",
                                "/v1/me/check-ins/" + SKIN + "/completion {\"answers\":{},\"answeredAt\":N}",
                                "/v1/me/check-ins/" + SKIN + "/snooze {\"until\":N}",
                                "/v1/previews {\"startedOn\":N}",
                                "/v1/previews {\"anna@example.com\":N}")
                        .map(request ->
                                List.of(request.split(" ", 2)[0], request.split(" ", 2)[1].replace("N", number))));
    }

    @ParameterizedTest
    @MethodSource("oversized")
    void aNumberWithAnOversizedExponentIsRefused(List<String> pathAndBody) {
        String path = pathAndBody.getFirst();
        String method = path.endsWith("previews") ? "POST" : "PUT";
        expect(
                cairn.send(method, path, person().token(), pathAndBody.getLast()),
                400,
                "{\"type\":\"urn:cairn:problem:malformed\"}");
    }

    /// C.17: days and periods at the edges of what there is.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        plans in order      | "program":"skin","plans":[{"plan":"free"},{"plan":"pro","since":"2026-01-01"},{"plan":"free","since":"2026-03-01"},{"plan":"pro","since":"2026-05-01"}] | 200 | {"today":"2027-03-14"}
        plans out of order  | "program":"skin","plans":[{"plan":"free"},{"plan":"pro","since":"2026-05-01"},{"plan":"free","since":"2026-01-01"},{"plan":"pro","since":"2026-03-01"}] | 422 | {"errors":[{"pointer":"/plans/2/since"},{"pointer":"/plans/3/since"}]}
        far too long        | "definition":{"milestones":[],"cadences":{"rare":"P306783379W"},"plans":{"free":"rare"},"window":"none"},"plans":[{"plan":"free"}] | 422 | {"errors":[{"pointer":"/definition/cadences/rare"}]}
        still too long      | "definition":{"milestones":[],"cadences":{"rare":"P2147483647D"},"plans":{"free":"rare"},"window":"none"},"plans":[{"plan":"free"}] | 422 | {"errors":[{"pointer":"/definition/cadences/rare"}]}
        no number at all    | "definition":{"milestones":[],"cadences":{"rare":"P99999999999999999999Y"},"plans":{"free":"rare"},"window":"none"},"plans":[{"plan":"free"}] | 422 | {"errors":[{"pointer":"/definition/cadences/rare"}]}
        a milestone too far | "definition":{"milestones":["P306783379W"],"cadences":{},"plans":{"free":null},"window":"none"},"plans":[{"plan":"free"}] | 422 | {"errors":[{"pointer":"/definition/milestones/0"}]}
        a window too long   | "definition":{"milestones":["P7D"],"cadences":{},"plans":{"free":null},"window":"P306783379W"},"plans":[{"plan":"free"}] | 422 | {"errors":[{"pointer":"/definition/window"}]}
        """)
    void aPreviewIsAskedFor(String what, String fields, int status, String right) {
        String body = "{\"startedOn\":\"2027-03-07\",\"timeZone\":\"Europe/Berlin\",\"at\":\"2027-03-14T07:00:00Z\","
                + fields + "}";
        expect(cairn.send("POST", "/v1/previews", person().token(), body), status, right);
    }

    /// C.17: the same at both ends of the two centuries, in the zones that are first and last there.
    @ParameterizedTest(name = "started on {0} in {1}, at {2}")
    @CsvSource({
        "2199-12-31, Pacific/Kiritimati, 2199-12-31T20:00:00Z",
        "2199-12-31, Pacific/Pago_Pago,  2199-12-31T23:59:59.999Z",
        "2199-12-31, -12:00,             2199-12-31T23:59:59.999Z",
        "2000-01-01, Pacific/Pago_Pago,  2000-01-01T00:00:00Z",
        "2000-01-01, -12:00,             2000-01-01T00:00:00Z",
        "2000-01-01, +14:00,             2000-01-01T00:00:00Z",
        "2000-01-01, Pacific/Kiritimati, 2199-12-31T23:59:59.999Z",
        "2199-12-31, Europe/Berlin,      2000-01-01T00:00:00Z",
    })
    void theEndsOfTheTwoCenturiesAreNoBug(String startedOn, String zone, String at) {
        String body = """
                {"program":"skin","startedOn":"%s","timeZone":"%s","plans":[{"plan":"free"}],"at":"%s"}""".formatted(startedOn, zone, at);
        assertThat(cairn.send("POST", "/v1/previews", person().token(), body).status())
                .isIn(200, 422);
    }

    /// C.18, and paths and queries that nobody means.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        /v1/me/journeys/skin/explanation?at=2027-03-14T07:00:00Z     | 200 | {"steps":[{"inputs":{"now":"2027-03-14T07:00:00.000Z"}},{},{},{},{},{}]}
        /v1/me/journeys/skin/explanation?at=2027-03-14T07:00:00.5Z   | 200 | {"steps":[{"inputs":{"now":"2027-03-14T07:00:00.500Z"}},{},{},{},{},{}]}
        /v1/me/journeys/skin/explanation?at=2199-12-31T23:59:59Z     | 200 | {"at":"2199-12-31T23:59:59.000Z"}
        /v1/me/journeys/skin/explanation?at=2200-01-01T00:00:00Z     | 422 | {"errors":[{"pointer":"/at"}]}
        /v1/me/journeys/skin/timeline?from=+02027-03-07              | 422 | {"errors":[{"pointer":"/from"}]}
        /v1/me/journeys/skin/timeline?from=%2B02027-03-07            | 422 | {"errors":[{"pointer":"/from"}]}
        /v1/me/journeys/skin/timeline?from=2199-12-31                | 200 | {"next":null}
        /v1/me/journeys/skin/timeline?from=%ED%A0%BD                 | 422 | {"errors":[{"pointer":"/from"}]}
        /v1/me/journeys/skin/timeline?anna%40example.com=1           | 400 | {"errors":[{}]}
        /v1/me/journeys/skin/check-ins?limit=1e2                     | 422 | {"errors":[{"pointer":"/limit"}]}
        /v1/me/journeys/skin/check-ins?limit=1&limit=2               | 422 | {"errors":[{"pointer":"/limit"}]}
        /v1/me/journeys/skin/check-ins?cursor=anna                   | 422 | {"errors":[{"pointer":"/cursor"}]}
        /v1/me/journeys/anna%40example.com                           | 404 | {"type":"urn:cairn:problem:no-such-program"}
        /v1/me/journeys/%ED%A0%BD                                    | 404 | {"type":"urn:cairn:problem:no-such-program"}
        """)
    void aPersonAsks(String path, int status, String right) {
        expect(cairn.get(path, person().token()), status, right);
    }

    /// C.16: a check-in that never was. The log is looked at in the end.
    @ParameterizedTest(name = "{0}")
    @CsvSource({"1#skin#1#anna-2027-03-14", "1#anna#1#day-7", "1#skin#1#day-99999999999", "1#skin#1#weekly-2027-02-30"})
    void anInventedCheckInIsNotThere(String parts) {
        expect(
                person().put(
                                "/v1/me/check-ins/" + id(parts) + "/completion",
                                "{\"answers\":{\"irritation\":3,\"change\":\"same\"}}"),
                404,
                "{\"type\":\"urn:cairn:problem:no-such-check-in\"}");
    }

    /// C.18: a cursor goes on with what it was given out for, and with nothing else.
    @Test
    void aCursorOfTheHistoryIsNoneOfTheExport() {
        Person person = person();
        cairn.travelTo(Instant.parse("2027-03-22T07:00:00Z"));
        expect(cairn.get("/v1/me/due", person.token()), 200, "{\"due\":[{\"slot\":\"day-15\"}]}");
        String history = "/v1/me/journeys/skin/check-ins?limit=1";
        String cursor = cairn.get(history, person.token()).json().path("next").asText();
        expect(cairn.get(history + "&cursor=" + cursor, person.token()), 200, "{\"items\":[{\"slot\":\"day-7\"}]}");
        Reply reply = cairn.get("/v1/me/export?cursor=" + cursor, person.token());
        cairn.travelTo(NOW);
        expect(reply, 422, "{\"errors\":[{\"pointer\":\"/cursor\"}]}");
    }

    /// C.18: two tokens that would become one row are none.
    @ParameterizedTest(name = "sur84 and {0}")
    @CsvSource({"\\ud800", "\\ud801", "\\udc00", "\\udc00\\ud800"})
    void aSubjectThatIsNoUnicodeIsNobody(String half) {
        String token = cairn.token("sur84" + half);
        assertThat(cairn.get("/v1/me", token).status()).isEqualTo(401);
    }

    /// B.11: an answer that comes weeks late is kept, marked, and never the card.
    @ParameterizedTest(name = "on {0}")
    @CsvSource({"2027-03-30", "2027-05-20", "2029-03-14"})
    void anAnswerThatComesLateIsStored(String day) {
        Person person = new Person(cairn.token("row-" + ++people));
        expect(
                person.put("/v1/me/journeys/skin", "{\"startedOn\":\"2027-03-07\",\"timeZone\":\"Europe/Berlin\"}"),
                200,
                "{}");
        cairn.travelTo(Instant.parse(day + "T07:00:00Z"));
        Reply dismissed = person.put("/v1/me/check-ins/" + SKIN + "/dismissal", null);
        Reply completed = person.completes("{\"irritation\":3,\"change\":\"same\"}");
        Reply due = cairn.get("/v1/me/due", person.token());
        cairn.travelTo(NOW);
        expect(dismissed, 409, "{\"type\":\"urn:cairn:problem:not-open\"}");
        expect(completed, 200, "{\"slot\":\"day-7\",\"state\":\"completed\",\"late\":true}");
        assertThat(due.json().at("/due/0/slot").asText()).isNotEqualTo("day-7");
    }

    private record Person(String token) {
        Reply put(String path, @Nullable String body) {
            return cairn.send("PUT", path, token, body);
        }

        Reply completes(String answers) {
            return put("/v1/me/check-ins/" + SKIN + "/completion", "{\"answers\":" + answers + "}");
        }
    }

    /// Somebody whose cards of `skin` and `strength` are open.
    private static Person person() {
        Person person = new Person(cairn.token("row-" + ++people));
        String zone = "\"timeZone\":\"Europe/Berlin\"}";
        expect(person.put("/v1/me/journeys/skin", "{\"startedOn\":\"2027-03-07\"," + zone), 200, "{}");
        expect(cairn.get("/v1/me/due", person.token()), 200, "{\"due\":[{\"id\":\"" + SKIN + "\"}]}");
        return person;
    }

    private static String id(String parts) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(parts.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] concatenated(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        Stream.of(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }
}
