package cairn.functions.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.testkit.HttpResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where a person lives and what they read.
class MemberTest {
    private static final String NOW = "2026-03-01T09:00:00Z";

    private final Ben ben = new Ben();

    @Test
    void ofSomebodyUnknownThereIsTheDefaultPlanAndNothingElse() {
        assertThat(ben.looks(NOW).body())
                .isEqualTo("{\"timeZone\":null,\"locale\":null,\"plan\":\"free\",\"journeys\":[]}");
    }

    @Test
    void zoneAndLocaleAreKeptInTheirCanonicalForm() {
        ben.livesIn(NOW, "{\"timeZone\":\"Europe/Berlin\",\"locale\":\"pt-br\"}");
        assertThat(ben.looks(NOW).body())
                .isEqualTo("{\"timeZone\":\"Europe/Berlin\",\"locale\":\"pt-BR\",\"plan\":\"free\",\"journeys\":[]}");
    }

    @Test
    void theSameAgainWritesNothing() {
        ben.livesIn(NOW, "{\"timeZone\":\"Europe/Berlin\"}");
        ben.livesIn(NOW, "{\"timeZone\":\"Europe/Berlin\"}");
        assertThat(ben.ledger.member(Ben.ID).orElseThrow().version()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {}                                              | 422 | /timeZone
        {"timeZone":"+02:00"}                           | 422 | /timeZone
        {"timeZone":"Europe/Atlantis"}                  | 422 | /timeZone
        {"timeZone":"UTC+1"}                            | 422 | /timeZone
        {"timeZone":7}                                  | 400 | /timeZone
        {"timeZone":"Europe/Berlin","locale":"english"} | 200 | ''
        {"timeZone":"Europe/Berlin","locale":"e"}       | 422 | /locale
        {"timeZone":"Europe/Berlin","plan":"pro"}       | 400 | /plan
        """)
    void whatIsNotAZoneOrALanguageIsRefused(String body, int status, String pointer) {
        HttpResult reply = ben.livesIn(NOW, body);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().at("/errors/0/pointer").asText("")).isEqualTo(pointer);
        assertThat(ben.ledger.member(Ben.ID).isPresent()).isEqualTo(status == 200);
    }

    @Test
    void aMoveChangesWhenDaysBeginAndNothingElse() {
        ben.starts(NOW, "{\"startedOn\":\"2026-03-01\",\"timeZone\":\"Europe/Berlin\"}");
        ben.livesIn("2026-03-07T12:00:00Z", "{\"timeZone\":\"America/New_York\"}");
        assertThat(ben.due("2026-03-08T04:59:59.999Z")).isEmpty();
        assertThat(ben.due("2026-03-08T05:00:00Z")).containsExactly("day-7");
    }
}
