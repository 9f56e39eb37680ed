package cairn.functions.sweep;

import cairn.checkins.CheckIn;
import cairn.checkins.Ledger;
import cairn.checkins.MemberId;
import cairn.checkins.Members;
import cairn.lambda.Json;
import cairn.testkit.InMemoryLedger;
import cairn.testkit.SamplePrograms;
import cairn.testkit.TestContext;
import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The sweep, a ledger and a bus. Its members start on 17 March 2026 in Berlin: their cards are to be announced on
/// 24 March at 08:00 UTC.
final class Rig {
    static final String DUE = "2026-03-24T08:00:00Z";
    static final String SLOT = "day-7";

    final Ledger memory = new InMemoryLedger();
    final RecordingBus bus = new RecordingBus();
    final List<String> log = new ArrayList<>();
    /// What the sweep sees of it.
    Ledger seen = memory;
    /// How many cards it may announce in a tick.
    int most = 1000;
    Context context = new TestContext();

    /// So many members, all of one shard of the due index.
    List<MemberId> members(int count, int shard) {
        return Stream.iterate(0, i -> i + 1)
                .map(i -> new MemberId("member-" + i))
                .filter(id -> id.shard() == shard)
                .limit(count)
                .map(this::member)
                .toList();
    }

    MemberId member(MemberId id) {
        at("2026-03-17T12:00:00Z")
                .start(id, SamplePrograms.SKIN, LocalDate.of(2026, 3, 17), ZoneId.of("Europe/Berlin"));
        return id;
    }

    /// The rules themselves, for what other functions do.
    Members at(String now) {
        return new Members(memory, SamplePrograms.both(), Json.ANSWER_FORMAT, Instant.parse(now), _ -> {});
    }

    /// A tick for all shards.
    ///
    /// @return its log line
    JsonNode tick(String at) {
        return event("{\"from\":0,\"to\":15,\"at\":\"" + at + "\"}");
    }

    JsonNode event(String event) {
        try {
            new Sweep(SamplePrograms.both(), _ -> seen, bus, most, log::add)
                    .handleRequest(
                            new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                            new ByteArrayOutputStream(),
                            context);
            return line();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode line() {
        try {
            return Json.MAPPER.readTree(log.getLast());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<CheckIn> card(MemberId id) {
        return memory.newestFirst(id, 1, SamplePrograms.SKIN, null, 1).items().stream()
                .findFirst();
    }

    long opened(List<MemberId> ids) {
        return ids.stream().filter(id -> card(id).isPresent()).count();
    }

    Instant nextActionAt(MemberId id) {
        return Optional.ofNullable(memory.member(id).orElseThrow().outlook().nextActionAt())
                .orElseThrow();
    }
}
