package cairn.functions.privacy;

import cairn.checkins.MemberId;
import cairn.checkins.Tombstone;
import cairn.testkit.Halting;
import cairn.testkit.HttpEvent;
import cairn.testkit.HttpResult;
import cairn.testkit.SamplePrograms;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/// A process that erases somebody, and is killed at a call to the store.
final class Dying {
    static final Instant ERASED_AT = Instant.parse(Emil.NOW);

    private Dying() {}

    private record Halter(Halting halting) implements ExecutionInterceptor {
        @Override
        public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
            halting.beforeCall();
        }

        @Override
        public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
            halting.afterCall();
        }
    }

    /// Arguments: endpoint, table, subject, version of the row, where to die.
    public static void main(String[] arguments) {
        Halter halter = new Halter(Halting.at(arguments[4]));
        LocalTable table = new LocalTable(LocalTable.client(URI.create(arguments[0]), List.of(halter)), arguments[1]);
        erase(table, new MemberId(arguments[2]), Long.parseLong(arguments[3]));
    }

    /// The whole of it: the request, then the worker with the tombstone it left.
    static void erase(LocalTable table, MemberId id, long version) {
        Privacy function = new Privacy(
                SamplePrograms.both(), _ -> table.ledger().within(Duration.ofSeconds(30)), Emil.KEY, _ -> {});
        HttpResult reply = HttpResult.of(
                function,
                HttpEvent.of("DELETE", "/v1/me", "/v1/me").as(id.subject()).at(ERASED_AT));
        if (reply.status() != 202) {
            throw new IllegalStateException("not erased: " + reply);
        }
        Tombstone tombstone = new Tombstone(id, version + 1, 1, ERASED_AT);
        if (!Batch.deliver(function, Batch.image(tombstone)).equals(Batch.DONE)) {
            throw new IllegalStateException("rows are left");
        }
    }
}
