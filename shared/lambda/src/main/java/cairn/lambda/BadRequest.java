package cairn.lambda;

import cairn.timeline.Fault;
import java.util.List;
import java.util.stream.Collectors;

/// The request cannot be carried out as it was sent. Nothing was stored.
public final class BadRequest extends RuntimeException {
    private final transient Problem problem;

    public BadRequest(Problem problem) {
        super(problem.type());
        this.problem = problem;
    }

    /// One fault in a value.
    public static BadRequest invalid(String pointer, String message) {
        return new BadRequest(Problem.Kind.INVALID.of(List.of(new Fault(pointer, message))));
    }

    public Problem problem() {
        return problem;
    }

    /// All that is wrong.
    public List<Fault> faults() {
        return problem.errors().stream()
                .map(error -> new Fault(error.pointer(), error.detail()))
                .toList();
    }

    /// The same in one line, for a log or a dead letter. Nothing of what was sent is quoted in it: an unknown field
    /// is not named.
    public String line() {
        return faults().stream().map(BadRequest::said).distinct().collect(Collectors.joining("; "));
    }

    private static String said(Fault fault) {
        return fault.message().equals(JsonBody.UNKNOWN_FIELD) ? "unknown field" : fault.line();
    }
}
