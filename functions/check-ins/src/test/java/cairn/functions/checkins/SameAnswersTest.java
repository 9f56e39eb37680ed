package cairn.functions.checkins;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.testkit.HttpResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Answers that mean the same get the same reply, however they are sent (semantics 7).
class SameAnswersTest {
    private static final String NOW = "2026-03-08T09:00:00Z";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"comfort":7,"feel":"dry","changes":["oily","dry"]} | {"feel":"dry","changes":["dry","oily"],"comfort":7.0}
        {"comfort":7,"feel":"dry","changes":["oily","dry"]} | {"comfort":70e-1,"feel":"dry","changes":["dry","oily"],"note":null}
        {"comfort":7,"feel":"dry"} | {"comfort":7,"feel":"dry","changes":[],"note":"","dose":null,"sun":null}
        {"comfort":7,"feel":"dry"} | {"comfort":7,"feel":"dry","changes":"","note":[],"dose":"","sun":[]}
        {"comfort":7,"feel":"dry"} | {"comfort":7,"feel":"dry","no-longer-asked":null}
        {"comfort":7,"feel":"dry","changes":[],"note":"","dose":null} | {"comfort":7,"feel":"dry"}
        {"comfort":7,"feel":"dry","dose":0.30000000000000004} | {"comfort":7,"feel":"dry","dose":30000000000000004e-17}
        """)
    void getTheSameReply(String first, String again) {
        Anna anna = Anna.inSkin().asks("2026-03-08T08:00:00Z");
        HttpResult stored = anna.completes(NOW, "day-7", first);
        assertThat(stored.status()).as(stored.body()).isEqualTo(200);
        long version = anna.version();

        HttpResult reply = anna.completes("2026-03-09T09:00:00Z", "day-7", again);

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo(stored.body());
        assertThat(anna.version()).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"comfort":7,"feel":"dry","changes":["oily","dry"]} | {"comfort":7,"feel":"dry","changes":["dry"]}
        {"comfort":7,"feel":"dry"} | {"comfort":7,"feel":"dry","note":" "}
        {"comfort":7,"feel":"dry"} | {"comfort":7,"feel":"dry","sun":false}
        {"comfort":7,"feel":"dry","dose":0.30000000000000004} | {"comfort":7,"feel":"dry","dose":0.3}
        {"comfort":7,"feel":"dry"} | {"comfort":7}
        """)
    void othersAreAConflict(String first, String again) {
        Anna anna = Anna.inSkin().asks("2026-03-08T08:00:00Z");
        anna.completes(NOW, "day-7", first);

        assertThat(anna.completes(NOW, "day-7", again).problem()).isEqualTo("already-completed");
    }

    @Test
    void whatIsNotAnsweredIsNotShownAndAChoiceIsShownAsItWasSent() {
        Anna anna = Anna.inSkin().asks("2026-03-08T08:00:00Z");
        HttpResult reply = anna.completes(
                NOW,
                "day-7",
                "{\"comfort\":7,\"feel\":\"dry\",\"changes\":[\"oily\",\"dry\"],\"note\":\"\",\"sun\":null}");

        assertThat(reply.json().path("answers").toString())
                .isEqualTo("{\"changes\":[\"oily\",\"dry\"],\"comfort\":7,\"feel\":\"dry\"}");
        assertThat(anna.history(NOW).json().at("/items/0/answers"))
                .isEqualTo(reply.json().path("answers"));
    }

    @Test
    void controlCharactersAreStoredAsTheyAreSent() {
        Anna anna = Anna.inSkin().asks("2026-03-08T08:00:00Z");
        String note = "\"\\u0000 \\u0007 \\u001B[31m \\uFFFD \\uD83D\\uDE00 \\n\"";
        HttpResult reply = anna.completes(NOW, "day-7", "{\"comfort\":7,\"feel\":\"dry\",\"note\":" + note + "}");

        assertThat(reply.json().at("/answers/note").textValue())
                .isEqualTo("\u0000 \u0007 \u001B[31m \uFFFD \uD83D\uDE00 \n");
    }
}
