package cairn.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What README and `docs/` show of the API is what its document shows: every body of a request, and every
/// reply, is one of the operation's examples. As in `.ci/walk`, `…` stands for anything.
class DocumentedExamplesTest {
    private static final PublishedApi API = new PublishedApi();

    static Stream<Walk.Call> calls() {
        return documents().flatMap(file -> Walk.in(file).stream());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void whatIsSentAndWhatComesBackAreExamplesOfTheOperation(Walk.Call call) {
        PublishedApi.Operation operation = API.operations()
                .filter(candidate -> candidate.key().equals(call.operation()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(call.operation() + " is not documented"));
        if (!call.sent().isEmpty()) {
            assertThat(API.examples(operation, "/requestBody")).contains(PublishedApi.json(call.sent()));
        }
        if (!call.printed().isEmpty()) {
            assertThat(replies(operation))
                    .as("examples of replies of %s, one of which is to be like %s", operation, call.printed())
                    .anyMatch(example -> Walk.isLike(call.printed(), example));
        }
    }

    @Test
    void theReadmeShowsTheWayAndRepliesOnIt() {
        List<Walk.Call> calls = calls().toList();
        assertThat(calls)
                .extracting(Walk.Call::operation)
                .contains(
                        "GET /v1/me/due",
                        "PUT /v1/me/journeys/{program}",
                        "PUT /v1/me/check-ins/{id}/completion",
                        "DELETE /v1/me");
        assertThat(calls).filteredOn(call -> !call.printed().isEmpty()).hasSizeGreaterThan(7);
    }

    /// Bodies stand where they are looked at: in a walk, or in a file format of its own that another test reads.
    @Test
    void noOtherDocumentShowsABodyByTheWay() {
        assertThat(documents()
                        .filter(file -> Tree.text(file).contains("/v1/"))
                        .filter(file -> Tree.text(file).lines().anyMatch(line -> line.equals("```json")))
                        .map(file -> Tree.ROOT.relativize(file).toString()))
                .containsExactlyInAnyOrder("README.md", "docs/import.md");
    }

    @Test
    void somethingElseIsNotLikeIt() {
        assertThat(Walk.isLike("{\"a\":…,\"b\":2}", "{\"a\":[1],\"b\":2}")).isTrue();
        assertThat(Walk.isLike("{\"a\":…,\"b\":2}", "{\"a\":[1],\"b\":3}")).isFalse();
    }

    /// The examples of an operation's replies, as they go over the wire; those it shares with others are not below it.
    private static List<String> replies(PublishedApi.Operation operation) {
        String responses = operation.pointer() + "/responses";
        List<String> places = API.names(responses)
                .map(status -> {
                    String reference =
                            API.document.at(responses + "/" + status + "/$ref").asText();
                    return reference.isEmpty() ? responses + "/" + status : reference.substring(1);
                })
                .toList();
        return API.examples()
                .filter(example ->
                        places.stream().anyMatch(place -> example.media().startsWith(place + "/")))
                .map(example -> example.value().toString())
                .toList();
    }

    private static Stream<Path> documents() {
        return Stream.concat(Stream.of(Tree.ROOT.resolve("README.md")), Tree.files(Tree.ROOT.resolve("docs"), ".md"));
    }
}
