package cairn.local.functions;

import java.util.Optional;

/// How an invocation ended.
public sealed interface Outcome {
    /// The handler returned.
    ///
    /// @param payload what it wrote; Lambda asks for JSON
    record Replied(String payload) implements Outcome {}

    /// The handler threw, ran out of time, or its process died.
    ///
    /// @param reason for the log, never for a caller
    /// @param error `{errorMessage, errorType, stackTrace}`, where the function had the time to say it
    record Failed(String reason, Optional<String> error) implements Outcome {
        Failed(String reason) {
            this(reason, Optional.empty());
        }
    }

    /// No process could take it: the function saw nothing of it.
    ///
    /// @param reason for the log, never for a caller
    record Undelivered(String reason) implements Outcome {}
}
