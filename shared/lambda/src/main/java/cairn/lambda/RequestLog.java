package cairn.lambda;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// One line of JSON an invocation. Nothing in it says who asked or what they answered: no subject, no body,
/// no query, and of an exception its class and places but not its message, which may quote what was sent.
///
/// @param way what it came for: a route, or the function's own name
public record RequestLog(String requestId, String way) {
    private static final int PLACES = 12;

    /// How much an operator has to care.
    public enum Level {
        INFO,
        WARN,
        ERROR
    }

    /// @param noted what there is to say, in this order
    public String line(Level level, Map<String, Object> noted, Duration took) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("level", level.name());
        line.put("requestId", requestId);
        line.put("way", way);
        line.putAll(noted);
        line.put("millis", took.toMillis());
        return Json.write(line);
    }

    String line(int status, Map<String, Object> noted, int lostRaces, Duration took) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("status", status);
        all.putAll(noted);
        if (lostRaces > 0) {
            all.put("lostRaces", lostRaces);
        }
        return line(status >= 500 ? Level.ERROR : Level.INFO, all, took);
    }

    /// Where an exception comes from, and what caused it.
    public static List<String> trace(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(5)
                .flatMap(cause -> Stream.concat(
                        Stream.of(cause.getClass().getName()),
                        Stream.of(cause.getStackTrace()).limit(PLACES).map(place -> "at " + place)))
                .toList();
    }
}
