package cairn.local.whole;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.local.whole.Running.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;

/// Replies as a table has them: a status, and a part of the body.
final class RightReply {
    private RightReply() {}

    /// @param right JSON that the body is to have: the fields it names with these values, and as many elements
    static void expect(Reply reply, int status, String right) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(has(reply.json(), Running.read(right)))
                .as(reply.body() + "\nhas " + right)
                .isTrue();
    }

    private static boolean has(JsonNode body, JsonNode right) {
        return switch (right.getNodeType()) {
            case OBJECT ->
                right.properties().stream().allMatch(field -> has(body.path(field.getKey()), field.getValue()));
            case ARRAY ->
                body.size() == right.size()
                        && IntStream.range(0, right.size()).allMatch(i -> has(body.path(i), right.path(i)));
            default -> body.equals(right);
        };
    }
}
