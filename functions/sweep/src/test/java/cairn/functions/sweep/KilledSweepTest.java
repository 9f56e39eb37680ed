package cairn.functions.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.Announced;
import cairn.checkins.CheckIn;
import cairn.checkins.Ledger;
import cairn.checkins.Member;
import cairn.checkins.MemberId;
import cairn.checkins.Members;
import cairn.checkins.OpenedBy;
import cairn.dynamodblocal.DynamoDbLocal;
import cairn.lambda.Json;
import cairn.testkit.Halting;
import cairn.testkit.SamplePrograms;
import cairn.testkit.Together;
import cairn.testkit.table.RealTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Whichever call to the store or the bus a tick dies at, before it or after, the next tick brings it to the same
/// end.
class KilledSweepTest {
    /// The index, the row, the opening, the bus, the note that it is out.
    private static final int CALLS = 5;

    @AutoClose
    private static final DynamoDbLocal ENGINE = DynamoDbLocal.inMemory();

    private final RealTable table = RealTable.on(ENGINE.endpoint());

    @AutoClose
    private final DynamoDbClient client = table.client();

    private final Ledger ledger = table.ledger(client);

    @TempDir
    private Path folder;

    @Test
    void aTickKilledAnywhereAndFollowedByAnotherOpensOnceAndAnnouncesUnderOneId()
            throws IOException, InterruptedException {
        for (int call = 1; call <= CALLS; call++) {
            for (String moment : List.of("before ", "after ")) {
                String place = moment + call;
                MemberId id = due("killed " + place);
                Path told = folder.resolve(place);

                assertThat(dies(id, told, place)).as(place).isEqualTo(Halting.HALTED);
                DyingSweep.tick(ledger, Integer.toString(id.shard()), happenings -> {
                    DyingSweep.append(told, happenings);
                    return List.of();
                });

                expectOpenedAndAnnouncedOnce(id, told);
            }
        }
        MemberId unhurt = due("unhurt");
        assertThat(dies(unhurt, folder.resolve("unhurt"), "before " + (CALLS + 1)))
                .as("there are no more calls than those")
                .isZero();
        expectOpenedAndAnnouncedOnce(unhurt, folder.resolve("unhurt"));
    }

    private MemberId due(String subject) {
        MemberId id = new MemberId(subject);
        Instant before = Instant.parse("2026-03-17T12:00:00Z");
        new Members(ledger, SamplePrograms.both(), Json.ANSWER_FORMAT, before, Together::pause)
                .start(id, SamplePrograms.SKIN, LocalDate.of(2026, 3, 17), ZoneId.of("Europe/Berlin"));
        return id;
    }

    private int dies(MemberId id, Path told, String place) throws IOException, InterruptedException {
        return Halting.exitOf(
                DyingSweep.class,
                table.endpoint().toString(),
                table.name(),
                Integer.toString(id.shard()),
                told.toString(),
                place);
    }

    private void expectOpenedAndAnnouncedOnce(MemberId id, Path told) throws IOException {
        Member member = ledger.member(id).orElseThrow();
        assertThat(member.version()).as("started, opened, announced").isEqualTo(3);
        assertThat(member.outlook().nextActionAt()).isEqualTo("2026-04-01T07:00:00Z");
        assertThat(member.journey(SamplePrograms.SKIN).orElseThrow().announced())
                .isEqualTo(new Announced(0, Instant.parse(Rig.DUE)));
        assertThat(ledger.held(id, 1, null, 10).items())
                .singleElement()
                .extracting(CheckIn::opened)
                .satisfies(opened -> {
                    assertThat(opened.openedBy()).isEqualTo(OpenedBy.SWEEP);
                    assertThat(opened.openedAt()).isEqualTo(Rig.DUE);
                });
        assertThat(Files.readAllLines(told).stream().distinct()).hasSize(1);
    }
}
