package cairn.local.whole;

import static cairn.local.whole.RightReply.expect;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.local.whole.Running.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Events that once went wrong, over the bus of the running deployment: what is sent, and what is right.
///
/// Every row is a person of its own; it is 2027-03-14, 08:00 in Berlin.
class EventInputsTest {
    private static final Instant NOW = Instant.parse("2027-03-14T07:00:00Z");

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
        assertThat(output.end()).contains("\"way\":\"intake\"").doesNotContainIgnoringCase("anna");
    }

    /// A.6: devices, as apps tell of them; and a locale that cannot be read, which starts a journey all the same.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "timeZone":"Asia/Taipei","locale":"zh_TW"              | {"timeZone":"Asia/Taipei","locale":"zh-TW","journeys":["skin"]}
        "timeZone":"Asia/Taipei","locale":"zh-Hant-TW"         | {"timeZone":"Asia/Taipei","locale":"zh-Hant-TW","journeys":["skin"]}
        "timeZone":"Asia/Taipei","locale":"anna example.com"   | {"timeZone":"Asia/Taipei","locale":null,"journeys":["skin"]}
        "timeZone":"Asia/Taipei","locale":"anna@example.com"   | {"timeZone":"Asia/Taipei","locale":null,"journeys":["skin"]}
        "timeZone":"Asia/Taipei","locale":"\\ud83d"            | {"timeZone":"Asia/Taipei","locale":null,"journeys":["skin"]}
        "timeZone":"Asia/Taipei","locale":5                    | {"timeZone":"Asia/Taipei","locale":null,"journeys":["skin"]}
        "timeZone":"EST"                                       | {"timeZone":"America/Panama","journeys":["skin"]}
        "timeZone":"ROC"                                       | {"timeZone":"Asia/Taipei","journeys":["skin"]}
        "timeZone":"GMT+3"                                     | {"timeZone":"+03:00","journeys":["skin"]}
        "timeZone":"+05:30"                                    | {"timeZone":"+05:30","journeys":["skin"]}
        """)
    void aJourneyIsStarted(String fields, String right) {
        String person = "starts-" + ++people;
        int refused = cairn.deadLetters().size();
        put("JourneyStarted", person, "\"program\":\"skin\",\"startedOn\":\"2027-03-07\"," + fields);
        assertThat(cairn.deadLetters()).hasSize(refused);
        expect(cairn.get("/v1/me", cairn.token(person)), 200, right);
    }

    /// B.12: what billing systems send, one event after the other.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        the newer wins                  | "plan":"pro","changedAt":"2027-03-14T06:30:00Z"                  | "plan":"paused","changedAt":"2027-03-14T06:30:01Z"               | 0 | paused
        an older one is ignored         | "plan":"pro","changedAt":"2027-03-14T06:30:00Z"                  | "plan":"paused","changedAt":"2027-03-14T06:29:59Z"               | 0 | pro
        two in one second, by sequence  | "plan":"pro","changedAt":"2027-03-14T06:30:00Z","sequence":1     | "plan":"paused","changedAt":"2027-03-14T06:30:00Z","sequence":2  | 0 | paused
        and in the wrong order          | "plan":"pro","changedAt":"2027-03-14T06:30:00Z","sequence":2     | "plan":"paused","changedAt":"2027-03-14T06:30:00Z","sequence":1  | 0 | pro
        no sequence is 0                | "plan":"pro","changedAt":"2027-03-14T06:30:00Z"                  | "plan":"paused","changedAt":"2027-03-14T06:30:00Z","sequence":1  | 0 | paused
        time comes before sequence      | "plan":"pro","changedAt":"2027-03-14T06:30:01Z"                  | "plan":"paused","changedAt":"2027-03-14T06:30:00Z","sequence":9  | 0 | pro
        the same again is ignored       | "plan":"pro","changedAt":"2027-03-14T06:30:00Z","sequence":1     | "plan":"pro","changedAt":"2027-03-14T06:30:00Z","sequence":1     | 0 | pro
        0 is no sequence                | "plan":"pro","changedAt":"2027-03-14T06:30:00Z"                  | "plan":"pro","changedAt":"2027-03-14T06:30:00Z","sequence":0     | 0 | pro
        equal, and says something else  | "plan":"pro","changedAt":"2027-03-14T06:30:00Z","sequence":1     | "plan":"paused","changedAt":"2027-03-14T06:30:00Z","sequence":1  | 1 | pro
        from a clock four minutes ahead | "plan":"pro","changedAt":"2027-03-14T06:30:00Z"                  | "plan":"paused","changedAt":"2027-03-14T07:04:00Z"               | 0 | paused
        from one an hour ahead          | "plan":"pro","changedAt":"2027-03-14T06:30:00Z"                  | "plan":"paused","changedAt":"2027-03-14T08:00:00Z"               | 1 | pro
        """)
    void aPlanIsChangedTwice(String what, String first, String second, int refused, String right) {
        String person = lives("Europe/Berlin");
        int before = cairn.deadLetters().size();
        put("PlanChanged", person, first);
        put("PlanChanged", person, second);
        assertThat(cairn.deadLetters()).hasSize(before + refused);
        expect(cairn.get("/v1/me", cairn.token(person)), 200, "{\"plan\":\"" + right + "\"}");
    }

    /// C.14 and C.16 to C.18: what is refused is kept as it was sent, with a reason that names the field and quotes
    /// nothing of it.
    @ParameterizedTest(name = "{1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        Europe/Berlin      | PlanChanged    | "plan":"anna","changedAt":"2027-03-14T06:30:00Z"                                              | /plan
        Europe/Berlin      | PlanChanged    | "plan":"pro","changedAt":"2027-03-14T06:30:00Z","anna@example.com":1                          | unknown
        Europe/Berlin      | PlanChanged    | "plan":"pro","changedAt":"2027-03-14T06:30:00Z","a/n~na anna":{"anna":[]}                     | unknown
        Europe/Berlin      | PlanChanged    | "plan":"pro","changedAt":"anna"                                                               | /changedAt
        Europe/Berlin      | PlanChanged    | "plan":"pro","changedAt":"2027-03-14T06:30:00Z","sequence":-1                                 | /sequence
        Europe/Berlin      | PlanChanged    | "plan":"pro","changedAt":"2027-03-14T06:30:00Z","sequence":1.5                                | /sequence
        Europe/Berlin      | PlanChanged    | "plan":1e99999999999,"changedAt":"2027-03-14T06:30:00Z"                                       |
        Europe/Berlin      | PlanChanged    | "plan":"pro","changedAt":0e99999999999                                                        |
        Europe/Berlin      | PlanChanged    | "plan":"pro","changedAt":1e-2147483648                                                        |
        Europe/Berlin      | PlanChanged    | "plan":[[[[[[[[[[["anna"]]]]]]]]]]],"changedAt":"2027-03-14T06:30:00Z"                        | JSON
        Pacific/Kiritimati | PlanChanged    | "plan":"pro","changedAt":"2027-03-14T06:30:00Z","effectiveAt":"2199-12-31T20:00:00Z"          | /effectiveAt
        Europe/Berlin      | PlanChanged    | "plan":"pro","changedAt":"2027-03-14T06:30:00Z","effectiveAt":"+999999999-12-31T23:59:59Z"    | /effectiveAt
        Europe/Berlin      | PlanChanged    | "plan":"p\\ud83d","changedAt":"2027-03-14T06:30:00Z"                                          | /plan
        Europe/Berlin      | JourneyStarted | "program":"anna","startedOn":"2027-03-07"                                                     | /program
        Europe/Berlin      | JourneyStarted | "program":"strength","startedOn":"+02027-03-07"                                               | /startedOn
        """)
    void anEventIsRefused(String zone, String type, String fields, @Nullable String reason) {
        String person = lives(zone);
        String before = held(person);
        int letters = cairn.deadLetters().size();
        String detail = "{\"memberId\":\"" + person + "\"," + fields + "}";
        putDetail(type, detail);

        assertThat(cairn.deadLetters()).hasSize(letters + 1);
        JsonNode letter = cairn.deadLetters().get(letters).path("body");
        assertThat(letter.at("/responsePayload/errorMessage").asText())
                .contains(reason == null ? "" : reason)
                .doesNotStartWith(" ")
                .doesNotContainIgnoringCase("anna");
        assertThat(letter.path("requestPayload").toString()).contains(person);
        assertThat(held(person)).isEqualTo(before);
    }

    /// C.18: half a pair of surrogates is in no subject, and what is refused for it is kept.
    @ParameterizedTest(name = "{0}")
    @CsvSource({"\\ud800", "\\ud801", "\\udc00"})
    void anEventOfASubjectThatIsNoUnicodeIsRefused(String half) {
        int letters = cairn.deadLetters().size();
        putDetail(
                "JourneyStarted",
                "{\"memberId\":\"sur84" + half
                        + "\",\"program\":\"skin\",\"startedOn\":\"2027-03-07\",\"timeZone\":\"UTC\"}");
        assertThat(cairn.deadLetters()).hasSize(letters + 1);
        assertThat(cairn.deadLetters()
                        .get(letters)
                        .at("/body/responsePayload/errorMessage")
                        .asText())
                .contains("/memberId");
        assertThat(held("sur84?")).isEqualTo("{\"items\":[],\"next\":null}");
    }

    /// B.12: an event that no rule takes is not lost without a word.
    @Test
    void anEventThatNoRuleTakesIsLogged() {
        int before = output.soFar().length();
        cairn.send(
                "POST",
                "/local/events",
                null,
                "{\"Entries\":[{\"Source\":\"app\",\"DetailType\":\"PlanChanges\",\"Detail\":\"{}\"}]}");
        assertThat(output.soFar().substring(before)).containsIgnoringCase("rule");
    }

    /// Somebody in Cairn since now.
    private static String lives(String zone) {
        String person = "row-" + ++people;
        Reply reply = cairn.send("PUT", "/v1/me", cairn.token(person), "{\"timeZone\":\"" + zone + "\"}");
        expect(reply, 200, "{\"plan\":\"free\"}");
        return person;
    }

    private static String held(String person) {
        return cairn.get("/v1/me/export", cairn.token(person)).body();
    }

    private static void put(String type, String person, String fields) {
        putDetail(type, "{\"memberId\":\"" + person + "\"," + fields + "}");
    }

    private static void putDetail(String type, String detail) {
        Reply reply = cairn.send(
                "POST",
                "/local/events",
                null,
                "{\"Entries\":[{\"Source\":\"app\",\"DetailType\":\"" + type + "\",\"Detail\":"
                        + TextNode.valueOf(detail) + "}]}");
        expect(reply, 200, "{\"FailedEntryCount\":0}");
    }
}
