package cairn.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Nothing that a request says stands in a log line, wherever in the request it stands. What the caller gets may
/// name it.
public interface SilentLogContract {

    /// A request of each route that is well answered, and the query's names that the route knows.
    record Asked(HttpEvent request, List<String> query) {
        public Asked {
            query = List.copyOf(query);
        }
    }

    /// One for each route of the function.
    List<Asked> requests();

    RequestStreamHandler function();

    /// What the function has logged.
    List<String> log();

    @Test
    default void aLogLineQuotesNothingOfTheRequest() throws IOException {
        for (Asked asked : requests()) {
            assertThat(logged(asked.request())).as("as it is").contains("\"status\":2");
            for (HttpEvent variant : Canary.in(asked.request(), asked.query())) {
                assertThat(logged(variant)).as(variant.toString()).doesNotContainIgnoringCase(Canary.WORD);
            }
        }
    }

    /// The line that a request leaves.
    default String logged(HttpEvent request) throws IOException {
        log().clear();
        function()
                .handleRequest(
                        new ByteArrayInputStream(request.json().getBytes(StandardCharsets.UTF_8)),
                        new ByteArrayOutputStream(),
                        new TestContext());
        assertThat(log()).hasSize(1);
        return log().getFirst();
    }
}
