package cairn.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.Members;
import cairn.checkins.StoreUnavailable;
import cairn.lambda.TestFunction.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Semantics 11, "To clients".
class HttpCachingTest {
    private static final String VARY = "Authorization, Accept-Language";

    private final TestFunction function = new TestFunction(HttpCachingTest::echo);

    private static Reply echo(Request request, Members members) {
        return Reply.ok(Map.of("said", request.query().getOrDefault("say", "nothing")));
    }

    private static TestEvent get() {
        return TestEvent.of(TestFunction.GET);
    }

    private String etag(TestEvent event) {
        return function.invoke(event).headers().getOrDefault("ETag", "none");
    }

    @Test
    void whatWasReadCanBeKeptByItsReaderAndIsAskedForAgain() {
        assertThat(function.invoke(get()).headers())
                .containsOnlyKeys("Cache-Control", "Content-Type", "ETag", "Vary")
                .containsEntry("Cache-Control", "private, no-cache")
                .containsEntry("Content-Type", "application/json")
                .containsEntry("Vary", VARY);
    }

    @Test
    void theTagIsStrongAndThatOfTheBody() {
        assertThat(etag(get())).matches("\"[0-9a-f]{32}\"");
        assertThat(etag(get())).isEqualTo(etag(get().as("another member")));
        assertThat(etag(get())).isNotEqualTo(etag(get().query("say", "something")));
        assertThat(etag(get().query("say", "something"))).isNotEqualTo(etag(get().query("say", "Something")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        TAG              | 304
        W/TAG            | 304
        *                | 304
        "a", TAG         | 304
        "a",W/TAG,"b"    | 304
        "a"              | 200
        W/"a", "b"       | 200
        """, quoteCharacter = '\'')
    void aBodyThatTheReaderHasIsNotSentAgain(String ifNoneMatch, int status) {
        String tag = etag(get());
        Outcome outcome = function.invoke(get().header("if-none-match", ifNoneMatch.replace("TAG", tag)));

        assertThat(outcome.status()).isEqualTo(status);
        assertThat(outcome.headers())
                .containsEntry("ETag", tag)
                .containsEntry("Cache-Control", "private, no-cache")
                .containsEntry("Vary", VARY);
        if (status == 304) {
            assertThat(outcome.body()).isNull();
            assertThat(outcome.headers()).doesNotContainKey("Content-Type");
        } else {
            assertThat(outcome.body()).isEqualTo("{\"said\":\"nothing\"}");
        }
    }

    @Test
    void aTagWithoutItsQuotesIsAnother() {
        String tag = etag(get());

        assertThat(function.invoke(get().header("if-none-match", tag.replace("\"", "")))
                        .status())
                .isEqualTo(200);
        assertThat(function.invoke(get().header("if-none-match", "")).status()).isEqualTo(200);
    }

    @Test
    void aBodyThatHasChangedIsSent() {
        Outcome outcome = function.invoke(get().query("say", "news").header("if-none-match", etag(get())));

        assertThat(outcome.status()).isEqualTo(200);
        assertThat(outcome.body()).isEqualTo("{\"said\":\"news\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"a\""})
    void whatWasDoneIsNeverKept(String ifNoneMatch) {
        Outcome outcome = function.invoke(TestEvent.of(TestFunction.PUT).header("if-none-match", ifNoneMatch));

        assertThat(outcome.status()).isEqualTo(200);
        assertThat(outcome.body()).isNotNull();
        assertThat(outcome.headers())
                .containsOnlyKeys("Cache-Control", "Content-Type", "Vary")
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("Vary", VARY);
    }

    @ParameterizedTest
    @CsvSource({"refused, 422", "broken, 500", "slow, 503", "accepted, 202"})
    void nothingButAPlainAnswerIsKept(String how, int status) {
        Outcome outcome = new TestFunction((_, _) -> answer(how)).invoke(get().header("if-none-match", "*"));

        assertThat(outcome.status()).isEqualTo(status);
        assertThat(outcome.body()).isNotNull();
        assertThat(outcome.headers())
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("Vary", VARY)
                .doesNotContainKey("ETag");
    }

    private static Reply answer(String how) {
        return switch (how) {
            case "refused" -> throw BadRequest.invalid("/a", "is wrong");
            case "slow" -> throw new StoreUnavailable("slow");
            case "accepted" -> new Reply(202, "later", Map.of());
            default -> throw new IllegalStateException(how);
        };
    }
}
