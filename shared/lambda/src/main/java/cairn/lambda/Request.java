package cairn.lambda;

import cairn.checkins.MemberId;
import cairn.timeline.Days;
import cairn.timeline.Fault;
import cairn.timeline.InstantText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An HTTP request, as far as a route needs it.
///
/// @param member  from the verified token, and from nowhere else
/// @param now     when the gateway took the request, in whole milliseconds: nothing here asks a clock
/// @param path    the path's parameters
/// @param query   the query's parameters
/// @param headers by lower-case name
/// @param body    null if there was none
public record Request(
        MemberId member,
        Instant now,
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> headers,
        @Nullable String body) {

    /// A parameter that the route's path has.
    public String pathParameter(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no parameter " + name);
        }
        return value;
    }

    /// @throws BadRequest if it is given and is not a day
    public Optional<LocalDate> queryDay(String name) {
        return query(name, "a day such as 2026-03-24", Days::parse);
    }

    /// @throws BadRequest if it is given and is not an instant
    public Optional<Instant> queryInstant(String name) {
        return query(name, "an instant such as 2026-03-24T08:00:00.000Z", InstantText::parse);
    }

    /// @throws BadRequest if it is given and is not a whole number from 1 to `most`
    public Optional<Integer> queryNumber(String name, int most) {
        return query(
                name,
                "a whole number from 1 to " + most,
                text -> Optional.of(text)
                        .filter(digits -> digits.matches("\\d{1,6}"))
                        .map(Integer::valueOf)
                        .filter(number -> number >= 1 && number <= most));
    }

    private <T> Optional<T> query(String name, String expected, Function<String, Optional<T>> parser) {
        String text = query.get(name);
        if (text == null) {
            return Optional.empty();
        }
        Optional<T> value = parser.apply(text);
        if (value.isEmpty()) {
            throw BadRequest.invalid("/" + Fault.escaped(name), "is to be " + expected);
        }
        return value;
    }

    /// No pointer can hold a name that is not Unicode.
    private static Fault unknownParameter(String name) {
        return JsonLimits.isUnicode(name)
                ? new Fault("/" + Fault.escaped(name), "is not a parameter here")
                : new Fault("", "has a name that " + JsonLimits.NOT_UNICODE);
    }

    /// @throws BadRequest if there are parameters the route does not know
    public void allowQuery(String... known) {
        List<String> names = List.of(known);
        List<Fault> unknown = query.keySet().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .map(Request::unknownParameter)
                .toList();
        if (!unknown.isEmpty()) {
            throw new BadRequest(Problem.Kind.MALFORMED.of(unknown));
        }
    }
}
