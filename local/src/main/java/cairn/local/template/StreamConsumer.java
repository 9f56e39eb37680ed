package cairn.local.template;

import cairn.local.pattern.EventPattern;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A function that reads a table's stream.
///
/// @param name of function and event in the template, which nobody else has
/// @param function its name for AWS
/// @param functionArn with its alias
/// @param table whose stream it is
/// @param batchSize records in one invocation, at most
/// @param filters a record that matches one of them comes through; without any, all do
/// @param failure what happens when the function fails
public record StreamConsumer(
        String name,
        String function,
        String functionArn,
        String table,
        int batchSize,
        List<EventPattern> filters,
        Failure failure) {
    /// Copies what it is given.
    public StreamConsumer {
        filters = List.copyOf(filters);
    }

    /// What happens when the function fails.
    ///
    /// @param bisects halve a batch before counting an attempt
    /// @param reportsItems the reply may name the records that failed
    /// @param attempts after the first; empty: as long as it takes
    /// @param age of a record that is given up, by its own time; empty: none
    /// @param queue for the record of a batch that was given up, by name
    public record Failure(
            boolean bisects,
            boolean reportsItems,
            Optional<Integer> attempts,
            Optional<Duration> age,
            Optional<String> queue) {}
}
