package cairn.testkit;

import cairn.checkins.AnswerFormat;
import cairn.checkins.DueAnswer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;

/// Cached answers as JSON, for tests that have no edge at hand: what is cached is text here too, and
/// crosses a real boundary on every read.
public final class JsonAnswers {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private JsonAnswers() {}

    public static AnswerFormat format() {
        return new AnswerFormat(JsonAnswers::write, JsonAnswers::read);
    }

    private static String write(DueAnswer answer) {
        try {
            return JSON.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DueAnswer read(String json) {
        try {
            return JSON.readValue(json, DueAnswer.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
