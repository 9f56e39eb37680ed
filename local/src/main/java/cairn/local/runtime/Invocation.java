package cairn.local.runtime;

/// What the Runtime API hands out.
///
/// @param requestId names the invocation in replies and logs
/// @param deadline epoch milliseconds
/// @param functionArn as it was called
/// @param event JSON
record Invocation(String requestId, long deadline, String functionArn, String event) {}
