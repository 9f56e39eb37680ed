package cairn.functions.changes;

import cairn.checkins.Happening;
import cairn.dynamodb.RowImage;
import cairn.eventbridge.EventBus;
import cairn.lambda.Environment;
import cairn.lambda.EventFunction;
import cairn.lambda.EventFunction.Notes;
import cairn.lambda.Json;
import cairn.lambda.RequestLog;
import cairn.lambda.StreamRecord;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The table's stream becomes events for other systems: what is stored has happened, and nothing else is
/// told. Changes are told in their order, each at least once, under an id made from what happened.
public final class Changes implements RequestStreamHandler {
    private final EventFunction function;
    private final UnaryOperator<List<Happening>> bus;

    public Changes() {
        this(Environment.ofProcess());
    }

    private Changes(Environment environment) {
        this(EventBus.named(environment.busName(), Json::write)::put, environment.log());
    }

    /// @param bus is told of things and answers with what it has not taken
    Changes(UnaryOperator<List<Happening>> bus, Consumer<String> log) {
        this.bus = bus;
        this.function = new EventFunction("changes", log);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        function.handle(context, notes -> {
            Optional<StreamRecord> firstUntold = tell(StreamRecord.batch(input), notes);
            output.write(StreamRecord.answer(firstUntold).getBytes(StandardCharsets.UTF_8));
        });
    }

    private record Told(StreamRecord record, List<Happening> happenings) {}

    /// Stops at the first record that cannot be read or told: what came before it is out, and the rest comes
    /// again, in its order.
    ///
    /// @return that record
    private Optional<StreamRecord> tell(List<StreamRecord> records, Notes notes) {
        List<Told> readable = new ArrayList<>();
        Optional<StreamRecord> unreadable = Optional.empty();
        for (StreamRecord record : records) {
            try {
                readable.add(new Told(record, happenings(record)));
            } catch (RuntimeException bug) {
                notes.note("cause", RequestLog.trace(bug));
                unreadable = Optional.of(record);
                break;
            }
        }
        Optional<StreamRecord> untold = firstUntold(readable);
        notes.note("records", records.size())
                .note(
                        "events",
                        readable.stream()
                                .mapToInt(told -> told.happenings().size())
                                .sum());
        Optional<StreamRecord> first = untold.isPresent() ? untold : unreadable;
        if (first.isPresent()) {
            notes.note("again", true).warn();
        }
        return first;
    }

    private Optional<StreamRecord> firstUntold(List<Told> all) {
        List<Happening> happenings =
                all.stream().flatMap(told -> told.happenings().stream()).toList();
        List<Happening> notTaken = bus.apply(happenings);
        return all.stream()
                .filter(told -> told.happenings().stream().anyMatch(notTaken::contains))
                .map(Told::record)
                .findFirst();
    }

    private static List<Happening> happenings(StreamRecord record) {
        RowImage after = RowImage.of(record.newImage());
        return switch (after) {
            case RowImage.OfCheckIn now ->
                switch (RowImage.of(record.oldImage())) {
                    case RowImage.OfCheckIn before ->
                        Happening.between(now.member(), before.checkIn(), now.checkIn(), record.at());
                    case RowImage.OfMember _, RowImage.None _ ->
                        Happening.between(now.member(), null, now.checkIn(), record.at());
                };
            case RowImage.OfMember(var standing) -> Happening.of(standing);
            case RowImage.None() -> List.of();
        };
    }
}
