package cairn.functions.intake;

import cairn.checkins.IntakeOutcome;
import cairn.checkins.Members;
import cairn.checkins.Programs;
import cairn.dynamodb.DynamoDbLedger;
import cairn.lambda.BadRequest;
import cairn.lambda.Budget;
import cairn.lambda.Environment;
import cairn.lambda.EventEnvelope;
import cairn.lambda.EventFunction;
import cairn.lambda.EventFunction.Notes;
import cairn.lambda.EventFunction.Refused;
import cairn.lambda.Ledgers;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Events in: what other systems say of a member. They come late, twice, or in any order.
///
/// What cannot be taken is thrown back, so that Lambda puts it with its reason into the dead-letter queue.
public final class Intake implements RequestStreamHandler {
    private static final Set<String> TAKEN = Set.of("PlanChanged", "JourneyStarted");

    private final EventFunction function;
    private final Programs programs;
    private final Ledgers ledgers;

    public Intake() {
        this(Environment.ofProcess());
    }

    private Intake(Environment environment) {
        this(environment.programs(), DynamoDbLedger.ofTable(environment.tableName())::within, environment.log());
    }

    Intake(Programs programs, Ledgers ledgers, Consumer<String> log) {
        this.programs = programs;
        this.ledgers = ledgers;
        this.function = new EventFunction("intake", log);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        function.handle(context, notes -> take(input, context, notes));
    }

    private void take(InputStream input, Context context, Notes notes) throws IOException {
        try {
            EventEnvelope event = EventEnvelope.read(input);
            notes.note("type", TAKEN.contains(event.type()) ? event.type() : "unknown");
            Members members = ledgers.members(programs, Budget.of(context), event.takenInAt(), new AtomicInteger());
            switch (outcome(event, members, notes)) {
                case IntakeOutcome.Applied() -> notes.note("outcome", "applied");
                case IntakeOutcome.Ignored(String why) ->
                    notes.note("outcome", "ignored").note("why", why);
                case IntakeOutcome.Refused(String why) -> throw new Refused(why);
            }
        } catch (BadRequest malformed) {
            throw new Refused(malformed.line());
        }
    }

    private static IntakeOutcome outcome(EventEnvelope event, Members members, Notes notes) {
        List<String> leftOut = new ArrayList<>();
        IntakeOutcome outcome = switch (event.type()) {
            case "PlanChanged" -> EventsIn.planChanged(event.detail(), members);
            case "JourneyStarted" -> EventsIn.journeyStarted(event, members, leftOut::add);
            default -> new IntakeOutcome.Refused("no event of that type is taken here");
        };
        if (!leftOut.isEmpty()) {
            notes.note("leftOut", leftOut);
        }
        return outcome;
    }
}
