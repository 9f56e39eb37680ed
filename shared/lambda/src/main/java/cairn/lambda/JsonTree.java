package cairn.lambda;

import cairn.timeline.Fault;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// JSON text as a tree. Whatever is wrong with the text is one fault in our own words, because a parser's
/// message may quote what was sent.
final class JsonTree {
    private JsonTree() {}

    /// Reads one JSON value; a missing node if there is none.
    ///
    /// @throws BadRequest if the text is not JSON, is nested too deep, has a key twice, or goes on after its end
    static JsonNode read(String text) {
        try (JsonParser parser = Json.MAPPER.createParser(text)) {
            JsonNode tree = tree(parser);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static @Nullable JsonNode tree(JsonParser parser) throws IOException {
        try {
            return Json.MAPPER.readTree(parser);
        } catch (JsonProcessingException unreadable) {
            throw unreadable(unreadable.getLocation());
        } catch (RuntimeException ofItsNumbers) {
            // Jackson passes on what BigDecimal throws for an exponent that it cannot hold.
            throw unreadable(parser.currentLocation());
        }
    }

    private static BadRequest unreadable(@Nullable JsonLocation at) {
        String place = at == null ? "" : ": see line " + at.getLineNr() + ", column " + at.getColumnNr();
        return malformed("is not JSON that can be read here" + place);
    }

    static BadRequest malformed(String message) {
        return new BadRequest(Problem.Kind.MALFORMED.of(List.of(new Fault("", message))));
    }
}
