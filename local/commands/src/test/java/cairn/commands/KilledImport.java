package cairn.commands;

import cairn.checkins.Change;
import cairn.checkins.ForwardingLedger;
import cairn.checkins.Ledger;
import cairn.checkins.MemberId;
import cairn.checkins.Standing;
import cairn.dynamodb.DynamoDbLedger;
import cairn.testkit.Halting;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An import in a process of its own, which ends without a word after a number of calls to the store: each
/// was carried out, and nobody hears of it.
final class KilledImport {
    private KilledImport() {}

    public static void main(String[] arguments) throws IOException {
        try (var client = Store.clientOf(URI.create(arguments[0]))) {
            Ledger store = new DynamoDbLedger(client, arguments[1]);
            Ledger mortal = new Mortal(store, Halting.at(arguments[2]));
            var stream = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            var commands = new Commands(InstantSource.fixed(Bench.NOW), stream, stream);
            commands.bring(PeopleFile.read(Path.of(arguments[3])), Bench.PROGRAMS, mortal, false, false, 1);
        }
    }

    private static final class Mortal extends ForwardingLedger {
        private final Halting halting;

        Mortal(Ledger ledger, Halting halting) {
            super(ledger);
            this.halting = halting;
        }

        private <T> T answered(Supplier<T> call) {
            halting.beforeCall();
            T answer = call.get();
            halting.afterCall();
            return answer;
        }

        @Override
        public Standing standing(MemberId id) {
            return answered(() -> super.standing(id));
        }

        @Override
        public Page held(MemberId id, int life, @Nullable Position after, int limit) {
            return answered(() -> super.held(id, life, after, limit));
        }

        @Override
        public Result commit(Change change) {
            return answered(() -> super.commit(change));
        }
    }
}
