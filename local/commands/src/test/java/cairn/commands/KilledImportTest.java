package cairn.commands;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.Ledger;
import cairn.dynamodb.DynamoDbLedger;
import cairn.dynamodblocal.DynamoDbLocal;
import cairn.testkit.Halting;
import cairn.testkit.table.RealTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// An import that is killed: a real process, on DynamoDB's own engine.
class KilledImportTest {
    @AutoClose
    private static final DynamoDbLocal ENGINE = DynamoDbLocal.inMemory();

    @AutoClose
    private static final DynamoDbClient CLIENT = Store.clientOf(ENGINE.endpoint());

    private static final List<String> LINES = List.of(
            "{\"type\":\"member\",\"memberId\":\"kim\",\"timeZone\":\"Europe/Berlin\"}",
            "{\"type\":\"journey\",\"memberId\":\"kim\",\"program\":\"skin\",\"startedOn\":\"2026-10-01\"}",
            "{\"type\":\"journey\",\"memberId\":\"kim\",\"program\":\"hair\",\"startedOn\":\"2026-10-02\"}",
            checkIn("skin", "day-7", "completed", "2026-10-08"),
            checkIn("skin", "day-15", "completed", "2026-10-16"),
            checkIn("skin", "day-30", "open", "2026-10-31"),
            checkIn("hair", "day-30", "dismissed", "2026-11-01"));

    @TempDir
    private Path folder;

    private static String checkIn(String program, String slot, String state, String day) {
        return "{\"type\":\"check-in\",\"memberId\":\"kim\",\"program\":\"" + program + "\",\"slot\":\"" + slot
                + "\",\"state\":\"" + state + "\",\"openedAt\":\"" + day + "T10:00:00Z\"}";
    }

    @Test
    void killedAfterAnyCallToTheStoreAndRunAgainItComesToTheSame() throws Exception {
        Bench whole = new Bench(table("whole"), Bench.NOW);
        assertThat(whole.imports(false, LINES).code()).isZero();
        List<String> wanted = whole.export("kim");
        Path file = Files.write(folder.resolve("kim.jsonl"), LINES);

        int killed = 0;
        for (int call = 1; runKilledAfter(call, file); call++) {
            Ledger ledger = new DynamoDbLedger(CLIENT, "killed-" + call);
            Bench again = new Bench(ledger, Bench.NOW);
            assertThat(again.imports(false, LINES).code()).isZero();
            assertThat(again.export("kim")).as("killed after call %d", call).isEqualTo(wanted);
            assertThat(again.imports(false, LINES).out()).contains("Nothing was changed");
            killed++;
        }
        assertThat(killed).as("one read, one query, a write for each check-in").isEqualTo(6);
    }

    /// @return whether it was killed; else it came to its end before that call
    private boolean runKilledAfter(int call, Path file) throws IOException, InterruptedException {
        String table = "killed-" + call;
        table(table);
        int exit = Halting.exitOf(
                KilledImport.class, ENGINE.endpoint().toString(), table, "after " + call, file.toString());
        assertThat(exit).isIn(0, Halting.HALTED);
        return exit == Halting.HALTED;
    }

    private static Ledger table(String name) {
        new RealTable(ENGINE.endpoint(), name).created();
        return new DynamoDbLedger(CLIENT, name);
    }
}
