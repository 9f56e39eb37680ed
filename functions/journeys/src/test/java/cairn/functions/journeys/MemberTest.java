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
        {"timeZone":"+14:01"}                           | 422 | /timeZone
        {"timeZone":"Europe/Atlantis"}                  | 422 | /timeZone
        {"timeZone":"GMT"}                              | 200 | ''
        {"timeZone":"Z+1"}                              | 422 | /timeZone
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

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
        US/Eastern, US/Eastern,     en_US,       en-US
        EST,        America/Panama, en_US.UTF-8, en-US
        ROC,        Asia/Taipei,    zh_TW,       zh-TW
        GMT+3,      +03:00,         ar_#u-nu-latn, ar-u-nu-latn
        +05:30,     +05:30,         hi_IN,       hi-IN
        UTC-4,      -04:00,         zh_TW_#Hant, zh-Hant-TW
        Etc/GMT-3,  Etc/GMT-3,      en_US_POSIX, en-US-POSIX
        """)
    void whatARealDeviceReportsIsTaken(String zone, String keptZone, String locale, String keptLocale) {
        HttpResult reply = ben.livesIn(NOW, "{\"timeZone\":\"" + zone + "\",\"locale\":\"" + locale + "\"}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.json().path("timeZone").asText()).isEqualTo(keptZone);
        assertThat(reply.json().path("locale").asText()).isEqualTo(keptLocale);
        assertThat(ben.looks(NOW).body()).isEqualTo(reply.body());
    }

    @Test
    void inAZoneThatIsAnOffsetDaysBeginWithIt() {
        ben.starts(NOW, "{\"startedOn\":\"2026-03-01\",\"timeZone\":\"GMT+5:30\"}");
        assertThat(ben.due("2026-03-07T18:29:59.999Z")).isEmpty();
        assertThat(ben.due("2026-03-07T18:30:00Z")).containsExactly("day-7");
    }

    @Test
    void aMoveChangesWhenDaysBeginAndNothingElse() {
        ben.starts(NOW, "{\"startedOn\":\"2026-03-01\",\"timeZone\":\"Europe/Berlin\"}");
        ben.livesIn("2026-03-07T12:00:00Z", "{\"timeZone\":\"America/New_York\"}");
        assertThat(ben.due("2026-03-08T04:59:59.999Z")).isEmpty();
        assertThat(ben.due("2026-03-08T05:00:00Z")).containsExactly("day-7");
    }
}
