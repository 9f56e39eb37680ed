package cairn.local.http;

import cairn.local.bus.PutEvents.Invalid;
import java.time.Duration;
import java.util.Set;

/// `/local/events`: put events on the bus, and see what the deployment itself has put there.
///
/// @param background has the bus, and the stream that events out come from
record BusEndpoints(Background background) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// @return once every target has handled them, or is past all attempts
    Reply put(JsonBody body) throws InterruptedException {
        body.refuseAllBut(Set.of("Entries"));
        try {
            return Reply.json(
                    200, background.putEvents().putAndWait(body.object()).toString());
        } catch (Invalid e) {
            throw new BadInput(400, e.reason());
        }
    }

    /// @return once what is written now has been through the stream
    Reply sent() throws InterruptedException {
        if (!background.pump().catchUp(PATIENCE)) {
            System.err.println("The stream has not caught up within " + PATIENCE + "; these are the events so far.");
        }
        return Reply.items(background.bus().sent());
    }
}
