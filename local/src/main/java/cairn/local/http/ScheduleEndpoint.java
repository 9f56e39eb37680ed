package cairn.local.http;

import cairn.local.json.Json;
import cairn.local.schedule.Scheduler;
import cairn.local.schedule.Tick;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/// `POST /local/schedules/{name}`: a tick now, and what came of it.
///
/// @param scheduler has the schedules
record ScheduleEndpoint(Scheduler scheduler) {
    private static final String ALL = "all";

    /// @param name of a schedule's event in the template, or `all`
    Reply tick(String name) throws InterruptedException {
        if (name.equals(ALL)) {
            return all();
        }
        Optional<Tick> tick = scheduler.tick(name);
        return tick.map(done -> Reply.json(200, Json.text(done.json())))
                .orElseGet(() -> Reply.message(
                        404,
                        "There is no schedule " + name + "; there are " + scheduler.names() + ", and " + ALL + "."));
    }

    private Reply all() throws InterruptedException {
        boolean succeeded = true;
        ArrayNode ticks = Json.array();
        for (String name : scheduler.names()) {
            Tick tick = scheduler.tick(name).orElseThrow();
            succeeded &= tick.succeeded();
            ticks.add(tick.json());
        }
        ObjectNode json = Json.object().put("status", succeeded ? "succeeded" : "failed");
        json.set("ticks", ticks);
        return Reply.json(200, json.toString());
    }
}
