package cairn.functions.sweep;

import cairn.checkins.Happening;
import cairn.checkins.Ledger;
import cairn.testkit.Halting;
import cairn.testkit.SamplePrograms;
import cairn.testkit.TestContext;
import cairn.testkit.table.HaltingCalls;
import cairn.testkit.table.RealTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.UnaryOperator;

/// A process with one tick of the sweep for one shard, which is killed at a call to the store or the bus.
final class DyingSweep {
    private DyingSweep() {}

    /// Arguments: endpoint, table, shard, a file for what the bus is told, where to die.
    public static void main(String[] arguments) throws IOException {
        Halting halting = Halting.at(arguments[4]);
        RealTable table = new RealTable(URI.create(arguments[0]), arguments[1]);
        Ledger ledger = table.ledger(table.client(new HaltingCalls(halting)));
        tick(ledger, arguments[2], happenings -> {
            halting.beforeCall();
            append(Path.of(arguments[3]), happenings);
            halting.afterCall();
            return List.of();
        });
    }

    static void tick(Ledger ledger, String shard, UnaryOperator<List<Happening>> bus) throws IOException {
        String tick = "{\"from\":" + shard + ",\"to\":" + shard + ",\"at\":\"" + Rig.DUE + "\"}";
        new Sweep(SamplePrograms.both(), _ -> ledger, bus, 10, _ -> {})
                .handleRequest(
                        new ByteArrayInputStream(tick.getBytes(StandardCharsets.UTF_8)),
                        new ByteArrayOutputStream(),
                        new TestContext());
    }

    static void append(Path file, List<Happening> happenings) {
        try {
            Files.write(
                    file,
                    happenings.stream().map(Happening::id).toList(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
