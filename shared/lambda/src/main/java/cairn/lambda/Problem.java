package cairn.lambda;

import cairn.timeline.Fault;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What went wrong, as RFC 9457 has it. The type is stable; the texts may change.
///
/// @param errors every single fault, for those types that have some; of more than 100 the first 100, and how many more
/// @param stored what there is instead, for those conflicts where there is something
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        List<Detail> errors,
        @Nullable Object stored) {
    public Problem {
        errors = List.copyOf(errors);
    }

    /// One fault.
    ///
    /// @param pointer a JSON Pointer into the body, or into the query taken as an object of its parameters
    public record Detail(String pointer, String detail) {
        private static final int LONGEST_POINTER = 500;

        /// Of a fault below a name that is too long to be shown, the pointer ends above that name.
        private static Detail of(Fault fault) {
            String pointer = fault.pointer();
            return pointer.length() <= LONGEST_POINTER
                    ? new Detail(pointer, fault.message())
                    : new Detail(
                            pointer.substring(0, pointer.lastIndexOf('/', LONGEST_POINTER)),
                            "below this, under a name that is too long to show: " + fault.message());
        }
    }

    /// The kinds of problem there are; their names are the last part of the type.
    public enum Kind {
        MALFORMED(400, "The request cannot be read"),
        UNAUTHORIZED(401, "No verified member"),
        NOT_FOUND(404, "There is nothing here"),
        NO_SUCH_PROGRAM(404, "No program of that name is defined"),
        NO_SUCH_JOURNEY(404, "The member is not in that program"),
        NO_SUCH_CHECK_IN(404, "There is no such check-in"),
        CLOSED(409, "The check-in has closed"),
        DISMISSED(409, "The check-in was dismissed"),
        ALREADY_COMPLETED(409, "The check-in was completed with other answers"),
        NOT_OPEN(409, "The check-in was never opened"),
        SUPERSEDED(409, "An earlier run or life is over"),
        RUN_OUT_OF_ORDER(409, "Only the current run and the next can be named"),
        ERASED(410, "The member was erased; only they can begin again"),
        TOO_LARGE(413, "The body is too large"),
        INVALID(422, "Something sent is not valid"),
        TOO_SOON(429, "Erased too often to begin again at once"),
        INTERNAL(500, "Something went wrong here"),
        UNAVAILABLE(503, "The store did not answer in time");

        static final int MOST_LISTED = 100;

        private final int status;
        private final String title;

        Kind(int status, String title) {
            this.status = status;
            this.title = title;
        }

        public Problem problem() {
            return new Problem(type(), title, status, List.of(), null);
        }

        /// With every fault listed, up to [#MOST_LISTED]: a body of nothing but faults must not cost more than its
        /// length. How many more there are is the last one's message.
        public Problem of(List<Fault> faults) {
            Stream<Fault> more = faults.size() > MOST_LISTED
                    ? Stream.of(new Fault("", faults.size() - MOST_LISTED + " more faults are not listed"))
                    : Stream.empty();
            List<Detail> errors = Stream.concat(faults.stream().limit(MOST_LISTED), more)
                    .map(Detail::of)
                    .toList();
            return new Problem(type(), title, status, errors, null);
        }

        /// With what is stored instead.
        public Problem instead(@Nullable Object stored) {
            return new Problem(type(), title, status, List.of(), stored);
        }

        private String type() {
            return "urn:cairn:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
