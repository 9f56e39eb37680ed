package cairn.functions.changes;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.testkit.Halting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whichever call to the bus a batch dies at, before it or after, the stream brings the batch again, and the bus has
/// heard the same in the end: repeats under their ids, nothing less.
class KilledChangesTest {
    private static final int CALLS = 3;
    private static final String NOWHERE = "before 0";

    @TempDir
    private Path folder;

    @Test
    void aBatchKilledAnywhereAndDeliveredAgainIsToldWhole() throws IOException, InterruptedException {
        Path undisturbed = folder.resolve("undisturbed");
        DyingChanges.deliver(undisturbed, Halting.at(NOWHERE));
        for (int call = 1; call <= CALLS; call++) {
            for (String moment : List.of("before ", "after ")) {
                Path told = folder.resolve(moment + call);

                assertThat(Halting.exitOf(DyingChanges.class, told.toString(), moment + call))
                        .isEqualTo(Halting.HALTED);
                String answer = DyingChanges.deliver(told, Halting.at(NOWHERE));

                assertThat(answer).isEqualTo("{\"batchItemFailures\":[]}");
                assertThat(ids(told)).containsExactlyElementsOf(ids(undisturbed));
            }
        }
        assertThat(Halting.exitOf(DyingChanges.class, folder.resolve("none").toString(), "before " + (CALLS + 1)))
                .as("there are no more calls than those")
                .isZero();
    }

    private static Set<String> ids(Path told) throws IOException {
        return new LinkedHashSet<>(Files.readAllLines(told));
    }
}
