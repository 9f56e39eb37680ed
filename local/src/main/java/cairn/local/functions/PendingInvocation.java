package cairn.local.functions;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// An invocation on its way to a function's process and back.
///
/// @param requestId names it
/// @param event JSON
/// @param taken done when the process has fetched it: until then it is still starting
/// @param outcome done when it has ended, one way or another
record PendingInvocation(
        String requestId, String event, CompletableFuture<Void> taken, CompletableFuture<Outcome> outcome) {
    static PendingInvocation of(String event, CompletableFuture<Void> taken) {
        return new PendingInvocation(UUID.randomUUID().toString(), event, taken, new CompletableFuture<>());
    }
}
