package cairn.local.generated;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.MemberId;
import cairn.local.generated.ApiDocument.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Requests by the thousand, made from the published document, through the handlers as they are deployed. One run again
/// with `-Dgenerated.seed=…`. One request in twenty is followed by an event.
class GeneratedRequestsTest {
    private static final ApiDocument API = ApiDocument.read("docs/api/openapi.json");
    private static final int REQUESTS = Integer.getInteger("generated.requests", 20_000);

    @Test
    void noRequestIsAnsweredWithABugOrBeyondTheDocumentAndNothingOfItLeaksOrIsStoredWhenRefused() {
        long seed = Long.getLong("generated.seed", 14);
        Session session = new Session(new Handlers(), seed, 20);
        String faults = session.run(REQUESTS);
        System.out.println("generated: " + REQUESTS + " requests, seed " + seed + ": " + session.tally());
        assertThat(faults).as("with -Dgenerated.seed=" + seed).isEmpty();
    }

    static Stream<Operation> operations() {
        return API.operations().stream();
    }

    /// Each half would be stored as the same question mark.
    @ParameterizedTest
    @MethodSource("operations")
    void aSubjectThatIsNoUnicodeIsNobody(Operation operation) {
        Handlers handlers = new Handlers();
        Instant now = Instant.parse("2027-03-14T07:00:00Z");
        Call call = new Calls(API, new Random(14)).valid(operation, new Person(0), now);
        for (String half : List.of("\ud800", "\ud801", "\udc00")) {
            assertThat(handlers.send(call, "sur84" + half, now).status()).isEqualTo(401);
        }
        assertThat(handlers.ledger().standing(new MemberId("sur84?")).version()).isZero();
    }
}
