package cairn.lambda;

import cairn.checkins.Erased;
import cairn.checkins.MemberOutcome;
import cairn.checkins.MemberView;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a route answers.
///
/// @param body  written as JSON; null for none
/// @param noted what the request's log line says of it besides the status; nothing personal
/// @param retryAfter how long the client is to wait; null if the reply does not say
public record Reply(
        int status,
        @Nullable Object body,
        Map<String, Object> noted,
        @Nullable Duration retryAfter) {

    Reply(int status, @Nullable Object body, Map<String, Object> noted) {
        this(status, body, noted, null);
    }

    public static Reply ok(Object body) {
        return new Reply(200, body, Map.of());
    }

    /// It is done, and more will be.
    public static Reply accepted() {
        return new Reply(202, null, Map.of());
    }

    /// The member as they stand now.
    public static Reply of(MemberOutcome outcome) {
        return switch (outcome) {
            case MemberOutcome.Stands(MemberView member) -> ok(member);
            case MemberOutcome.TooSoon(Duration wait) ->
                problem(Problem.Kind.TOO_SOON.problem()).after(wait);
            case Erased() -> problem(Problem.Kind.ERASED.problem());
        };
    }

    public static Reply problem(Problem problem) {
        return new Reply(problem.status(), problem, Map.of()).noting("outcome", problem.type());
    }

    public Reply noting(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(noted);
        more.put(name, value);
        return new Reply(status, body, more, retryAfter);
    }

    private Reply after(Duration wait) {
        return new Reply(status, body, noted, wait);
    }
}
