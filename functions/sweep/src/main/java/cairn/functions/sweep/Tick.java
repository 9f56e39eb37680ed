package cairn.functions.sweep;

import cairn.checkins.MemberId;
import cairn.lambda.BadRequest;
import cairn.lambda.JsonBody;
import cairn.timeline.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What a schedule sends: `{"from": 0, "to": 7, "at": "2026-03-24T09:00:00Z"}`.
///
/// @param from the first of the due index's shards that this tick looks after
/// @param to   the last one
/// @param at   the moment that counts as now
record Tick(int from, int to, Instant at) {

    /// @throws BadRequest with all that is wrong
    static Tick read(InputStream input) throws IOException {
        JsonBody body = JsonBody.parse(new String(input.readAllBytes(), StandardCharsets.UTF_8));
        Integer from = body.required("from", Tick::shard);
        Integer to = body.required("to", Tick::shard);
        Instant at = body.required("at", JsonBody::instant);
        if (from != null && to != null && from > to) {
            body.refuse(new Fault("/to", "is not to be less than from"));
        }
        return new Tick(body.checked(from), body.checked(to), body.checked(at));
    }

    /// In an order that turns with every minute, so that no shard is always the last.
    List<Integer> shards() {
        int count = to - from + 1;
        int first = (int) (at.getEpochSecond() / 60 % Math.max(1, count));
        return IntStream.range(0, count)
                .mapToObj(i -> from + (first + i) % count)
                .toList();
    }

    private static @Nullable Integer shard(JsonBody body, String name) {
        Integer shard = body.wholeNumber(name);
        if (shard != null && (shard < 0 || shard >= MemberId.SHARDS)) {
            body.refuse(new Fault("/" + name, "is to be one of the shards, 0 to " + (MemberId.SHARDS - 1)));
            return null;
        }
        return shard;
    }
}
