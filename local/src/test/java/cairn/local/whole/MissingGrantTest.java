package cairn.local.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The project's own functions in roles that lack something.
class MissingGrantTest {
    private static final String HISTORY =
            "              - {Effect: Allow, Action: dynamodb:Query, Resource: !Sub '${Table.Arn}/index/history'}\n"
                    + "              - {Effect: Allow, Action: [logs:CreateLogStream, logs:PutLogEvents], Resource: !GetAtt JourneysLog.Arn}";

    @TempDir
    private Path root;

    /// The folder is deleted after the test, and what is linked in it is not.
    @AfterEach
    void unlink() throws IOException {
        Files.delete(root.resolve("functions"));
    }

    @Test
    void whoMayQueryTheTableAloneMayNotReadTheTimelineFromItsIndex() throws IOException {
        Files.createSymbolicLink(root.resolve("functions"), Running.PROJECT.resolve("functions"));
        String template = Files.readString(Running.PROJECT.resolve("template.yaml"));
        assertThat(template).contains(HISTORY);
        Files.writeString(
                root.resolve("template.yaml"),
                template.replace(HISTORY, HISTORY.replace("!Sub '${Table.Arn}/index/history'", "!GetAtt Table.Arn")));

        try (Running cairn = new Running(root)) {
            cairn.travelTo(Instant.parse("2027-03-07T08:00:00Z"));
            String token = cairn.token("looks");
            String start = "{\"startedOn\":\"2027-03-07\",\"timeZone\":\"Europe/Berlin\"}";
            assertThat(cairn.send("PUT", "/v1/me/journeys/skin", token, start).status())
                    .isEqualTo(200);
            assertThat(cairn.get("/v1/me/journeys/skin/timeline", token).status())
                    .isEqualTo(500);
            assertThat(cairn.get("/v1/me/journeys/skin/check-ins", token).status())
                    .isEqualTo(200);
        }
    }
}
