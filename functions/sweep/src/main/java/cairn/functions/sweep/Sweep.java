package cairn.functions.sweep;

import cairn.checkins.Happening;
import cairn.checkins.Programs;
import cairn.dynamodb.DynamoDbLedger;
import cairn.eventbridge.EventBus;
import cairn.lambda.BadRequest;
import cairn.lambda.Environment;
import cairn.lambda.EventFunction;
import cairn.lambda.EventFunction.Notes;
import cairn.lambda.EventFunction.Refused;
import cairn.lambda.Json;
import cairn.lambda.Ledgers;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// A schedule's tick: opens and announces what has come due, for those who do not ask. What it costs grows
/// with those who are due, and with nobody else.
public final class Sweep implements RequestStreamHandler {
    /// It stops when a fifth of its time is left.
    private static final int RESERVE_DIVISOR = 5;

    private final EventFunction function;
    private final Programs programs;
    private final Ledgers ledgers;
    private final UnaryOperator<List<Happening>> bus;
    private final int announcementsPerTick;

    public Sweep() {
        this(Environment.ofProcess());
    }

    private Sweep(Environment environment) {
        this(
                environment.programs(),
                DynamoDbLedger.ofTable(environment.tableName())::within,
                EventBus.named(environment.busName(), Json::write)::put,
                environment.announcementsPerTick(),
                environment.log());
    }

    /// @param bus is told of things and answers with what it has not taken
    Sweep(
            Programs programs,
            Ledgers ledgers,
            UnaryOperator<List<Happening>> bus,
            int announcementsPerTick,
            Consumer<String> log) {
        this.programs = programs;
        this.ledgers = ledgers;
        this.bus = bus;
        this.announcementsPerTick = announcementsPerTick;
        this.function = new EventFunction("sweep", log);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        function.handle(context, notes -> sweep(tick(input), context, notes));
    }

    private static Tick tick(InputStream input) throws IOException {
        try {
            return Tick.read(input);
        } catch (BadRequest malformed) {
            throw new Refused(malformed.line());
        }
    }

    private void sweep(Tick tick, Context context, Notes notes) {
        notes.note("from", tick.from()).note("to", tick.to());
        int reserve = context.getRemainingTimeInMillis() / RESERVE_DIVISOR;
        new Round(programs, ledgers, bus, announcementsPerTick, () -> context.getRemainingTimeInMillis() < reserve)
                .run(tick)
                .note(notes);
    }
}
