package cairn.local.async;

import cairn.local.functions.Outcome.Failed;
import cairn.local.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// What Lambda sends to an on-failure destination.
///
/// https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
///
/// @param functionArn with its alias
/// @param condition why there was no further attempt
/// @param invocations how many there were
public record FailureRecord(String functionArn, String condition, int invocations) {
    /// The part that all such records have.
    ///
    /// @param at when it was given up, by the real clock
    public ObjectNode json(Instant at) {
        ObjectNode json = Json.object()
                .put("version", "1.0")
                .put("timestamp", at.truncatedTo(ChronoUnit.MILLIS).toString());
        json.putObject("requestContext")
                .put("requestId", UUID.randomUUID().toString())
                .put("functionArn", functionArn)
                .put("condition", condition)
                .put("approximateInvokeCount", invocations);
        json.putObject("responseContext")
                .put("statusCode", 200)
                .put("executedVersion", "1")
                .put("functionError", "Unhandled");
        return json;
    }

    /// With the event and what the function said of it, as for an asynchronous invocation.
    ObjectNode json(Instant at, String event, Failed failed) {
        ObjectNode json = json(at);
        json.set("requestPayload", Json.readOrQuote(event));
        json.set(
                "responsePayload",
                failed.error()
                        .map(Json::readOrQuote)
                        .orElseGet(() -> Json.object().put("errorMessage", failed.reason())));
        return json;
    }
}
