package cairn.local.access;

import cairn.local.template.Arns;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// What `PutEvents` asks of a role: `events:PutEvents` on the bus of each entry.
///
/// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html
public final class BusCalls {
    private BusCalls() {}

    /// @param request the body
    public static List<Call> of(JsonNode request, Arns arns) {
        var calls = new ArrayList<Call>();
        for (JsonNode entry : request.path("Entries")) {
            String bus = entry.path("EventBusName").asText("default");
            calls.add(new Call("events:PutEvents", bus.startsWith("arn:") ? bus : arns.bus(bus)));
        }
        return calls;
    }
}
