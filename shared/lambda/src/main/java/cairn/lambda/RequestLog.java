package cairn.lambda;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// One line of JSON a request. Nothing in it says who asked or what they answered: no subject, no body, no
/// query, and of an exception its class and places but not its message, which may quote what was sent.
record RequestLog(String requestId, String route) {
    private static final int PLACES = 12;

    String line(int status, Map<String, Object> noted, int lostRaces, Duration took) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("level", status >= 500 ? "ERROR" : "INFO");
        line.put("requestId", requestId);
        line.put("way", route);
        line.put("status", status);
        line.putAll(noted);
        if (lostRaces > 0) {
            line.put("lostRaces", lostRaces);
        }
        line.put("millis", took.toMillis());
        return Json.write(line);
    }

    List<String> trace(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(5)
                .flatMap(cause -> Stream.concat(
                        Stream.of(cause.getClass().getName()),
                        Stream.of(cause.getStackTrace()).limit(PLACES).map(place -> "at " + place)))
                .toList();
    }
}
