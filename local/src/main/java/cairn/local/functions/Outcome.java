package cairn.local.functions;

/// How an invocation ended.
public sealed interface Outcome {
    /// The handler returned.
    ///
    /// @param payload what it wrote; Lambda asks for JSON
    record Replied(String payload) implements Outcome {}

    /// The handler threw, ran out of time, or its process died.
    ///
    /// @param reason for the log, never for a caller
    record Failed(String reason) implements Outcome {}
}
