package cairn.local.generated;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// An event as the rule of the bus hands it to a function.
final class BusEvent {
    private BusEvent() {}

    /// @param detail JSON, or what is to be sent for it
    /// @param now    when the bus took it in
    static byte[] of(String type, String detail, Instant now) {
        String event = "{\"version\":\"0\",\"id\":\"977e457a-72bc-5a77-b60d-d527de15dd56\",\"detail-type\":"
                + BodyMutations.write(TextNode.valueOf(type))
                + ",\"source\":\"app\",\"account\":\"123456789012\",\"time\":\"" + now
                + "\",\"region\":\"eu-central-1\",\"resources\":[],\"detail\":" + detail + "}";
        String envelope = "{\"ingestionTime\":\"" + now + "\",\"event\":" + event + "}";
        return envelope.getBytes(StandardCharsets.UTF_8);
    }
}
