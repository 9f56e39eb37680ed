package cairn.functions.journeys;

import cairn.checkins.CheckInProgram;
import cairn.checkins.Members;
import cairn.checkins.Preview;
import cairn.checkins.Programs;
import cairn.lambda.BadRequest;
import cairn.lambda.JsonBody;
import cairn.lambda.Problem;
import cairn.lambda.ProgramReader;
import cairn.lambda.Reply;
import cairn.lambda.Request;
import cairn.timeline.Fault;
import cairn.timeline.PlanHistory;
import cairn.timeline.Program;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `POST /v1/previews`: what a program of the deployment, or one that is only being thought of, would do
/// for somebody. Nothing is stored.
record Previews(Programs programs) {

    Reply preview(Request request, Members members) {
        request.allowQuery();
        JsonBody body = JsonBody.parse(request.body());
        Program program = program(body);
        LocalDate startedOn = body.required("startedOn", JsonBody::day);
        ZoneId zone = body.required("timeZone", JsonBody::zone);
        PlanHistory plans = plans(body, program);
        Instant at = Optional.ofNullable(body.instant("at")).orElse(request.now());
        LocalDate from = body.day("from");
        LocalDate to = body.day("to");
        Stretch.refuse(from, to, body);
        return Reply.ok(Preview.of(
                body.checked(program), body.checked(startedOn), body.checked(plans), body.checked(zone), at, from, to));
    }

    /// Exactly one of `program`, a name, and `definition`.
    private @Nullable Program program(JsonBody body) {
        String name = body.text("program");
        JsonBody definition = body.object("definition");
        if ((name == null) == (definition == null)) {
            body.refuse(new Fault("", "is to have either program or definition"));
            return null;
        }
        if (definition != null) {
            return ProgramReader.readForPreview(definition);
        }
        return programs.find(String.valueOf(name))
                .map(CheckInProgram::schedule)
                .orElseThrow(() -> new BadRequest(Problem.Kind.NO_SUCH_PROGRAM.problem()));
    }

    /// Null if a fault was found in it.
    private static @Nullable PlanHistory plans(JsonBody body, @Nullable Program program) {
        List<JsonBody> entries = body.required("plans", JsonBody::objects);
        if (entries == null || entries.isEmpty()) {
            body.refuse(new Fault("/plans", "must have at least one entry"));
            return null;
        }
        List<PlanHistory.Change> changes = new ArrayList<>();
        JsonBody firstEntry = entries.getFirst();
        String first = plan(firstEntry, program);
        LocalDate latest = firstEntry.day("since");
        for (JsonBody entry : entries.subList(1, entries.size())) {
            String plan = plan(entry, program);
            LocalDate since = entry.required("since", JsonBody::day);
            if (since != null && latest != null && since.isBefore(latest)) {
                entry.refuse(new Fault("/since", "must not be before the since of an earlier entry"));
            } else if (since != null) {
                latest = since;
                changes.add(new PlanHistory.Change(plan == null ? "" : plan, since));
            }
        }
        return first == null ? null : new PlanHistory(first, changes);
    }

    private static @Nullable String plan(JsonBody entry, @Nullable Program program) {
        String plan = entry.required("plan", JsonBody::text);
        if (plan != null && program != null && !program.plans().containsKey(plan)) {
            entry.refuse(new Fault("/plan", "is not a plan of the program"));
        }
        return plan;
    }
}
