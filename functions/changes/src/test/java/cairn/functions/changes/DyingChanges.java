package cairn.functions.changes;

import cairn.checkins.Happening;
import cairn.testkit.Halting;
import cairn.testkit.TestContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// A process with one batch of the stream, which is killed at a call to the bus.
final class DyingChanges {
    private static final int RECORDS = 25;
    private static final int IN_A_CALL = 10;

    private DyingChanges() {}

    /// Arguments: a file for what the bus is told, where to die.
    public static void main(String[] arguments) throws IOException {
        deliver(Path.of(arguments[0]), Halting.at(arguments[1]));
    }

    /// @return the function's answer
    static String deliver(Path told, Halting halting) throws IOException {
        Batch batch = new Batch();
        for (int i = 1; i <= RECORDS; i++) {
            batch.with(Integer.toString(i), null, Batch.open("day-" + i));
        }
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        new Changes(happenings -> put(happenings, told, halting), _ -> {})
                .handleRequest(
                        new ByteArrayInputStream(batch.json().getBytes(StandardCharsets.UTF_8)),
                        answer,
                        new TestContext());
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static List<Happening> put(List<Happening> happenings, Path told, Halting halting) {
        for (int from = 0; from < happenings.size(); from += IN_A_CALL) {
            halting.beforeCall();
            append(told, happenings.subList(from, Math.min(from + IN_A_CALL, happenings.size())));
            halting.afterCall();
        }
        return List.of();
    }

    private static void append(Path file, List<Happening> happenings) {
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
