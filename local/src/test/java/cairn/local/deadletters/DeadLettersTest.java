package cairn.local.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.local.json.Json;
import cairn.local.life.DataFolder;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadLettersTest {
    private static final Instant AT = Instant.parse("2027-03-07T08:00:00Z");

    private final DataFolder data = DataFolder.temporary();

    @AfterEach
    void close() {
        data.close();
    }

    @Test
    void aLetterIsShownWithItsQueueTimeAttributesAndBody() {
        var letters = new DeadLetters(data);
        letters.add(letter(1));

        assertThat(letters.items())
                .hasToString("[{\"queue\":\"q\",\"at\":\"2027-03-07T08:00:00Z\",\"attributes\":{\"WHY\":\"so\"},"
                        + "\"body\":{\"n\":1}}]");
    }

    @Test
    void theySurviveARestartInOrder() {
        var before = new DeadLetters(data);
        before.add(letter(1));
        before.add(letter(2));

        assertThat(new DeadLetters(data).items()).isEqualTo(before.items()).hasSize(2);
    }

    @Test
    void aLineThatAKillLeftUnfinishedCostsNoOther() throws IOException {
        new DeadLetters(data).add(letter(1));
        Path file = data.root().resolve("dead-letters.jsonl");
        Files.writeString(file, "\n{\"queue\":\"q", StandardOpenOption.APPEND);
        new DeadLetters(data).add(letter(2));

        assertThat(new DeadLetters(data).items())
                .extracting(letter -> letter.at("/body/n").asInt())
                .containsExactly(1, 2);
    }

    @Test
    void aThousandAreRememberedAndAllAreKept() throws IOException {
        var letters = new DeadLetters(data);
        for (int n = 1; n <= 1_001; n++) {
            letters.add(letter(n));
        }

        assertThat(letters.items()).hasSize(1_000);
        assertThat(letters.items().getFirst().at("/body/n").asInt()).isEqualTo(2);
        assertThat(Files.readString(data.root().resolve("dead-letters.jsonl"))
                        .strip()
                        .lines())
                .hasSize(1_001);
    }

    /// `sur\ud800` is no Unicode text and has no bytes in UTF-8.
    @Test
    void halfOfASurrogatePairIsKeptAsItWasSent() throws IOException {
        JsonNode body = Json.read("{\"memberId\":\"sur\\ud800\"}");
        new DeadLetters(data).add(new DeadLetter("q", AT, Map.of(), body));

        assertThat(Files.readString(data.root().resolve("dead-letters.jsonl"))).containsIgnoringCase("sur\\ud800");
        assertThat(new DeadLetters(data).items().getFirst().path("body")).isEqualTo(body);
    }

    private static DeadLetter letter(int n) {
        return new DeadLetter("q", AT, Map.of("WHY", "so"), Json.object().put("n", n));
    }
}
