package cairn.dynamodb;

import cairn.checkins.Change;
import cairn.checkins.CheckIn;
import cairn.checkins.CheckInId;
import cairn.checkins.Ledger;
import cairn.checkins.MemberId;
import cairn.checkins.Nobody;
import cairn.checkins.Standing;
import cairn.checkins.StoreMisconfigured;
import cairn.checkins.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The ledger on one DynamoDB table. Built once per environment, it holds nothing of a person; each
/// invocation works with the one that [#within] gives.
///
/// Every call is one request to DynamoDB, but for a commit that has to find out what became of it.
public final class DynamoDbLedger implements Ledger {
    private final DynamoDbClient client;
    private final String table;
    private final Supplier<Deadline> deadline;

    /// What a function keeps from one invocation to the next: a client as the environment has it, and
    /// primed.
    public static DynamoDbLedger ofTable(String table) {
        DynamoDbLedger ledger = new DynamoDbLedger(DynamoDbClients.fromEnvironment(), table);
        try {
            ledger.prime();
        } catch (StoreUnavailable | StoreMisconfigured unavailable) {
            // The function starts all the same: its invocations answer 503 or 500 until the store is there.
            return ledger;
        }
        return ledger;
    }

    /// A ledger each of whose calls may take five seconds.
    ///
    /// @param client from [DynamoDbClients]; it stays the caller's to close
    public DynamoDbLedger(DynamoDbClient client, String table) {
        this(client, table, () -> Deadline.in(DynamoDbClients.LONGEST_CALL));
    }

    private DynamoDbLedger(DynamoDbClient client, String table, Supplier<Deadline> deadline) {
        this.client = client;
        this.table = table;
        this.deadline = deadline;
    }

    /// The same ledger for one invocation: all its calls together end by `end`.
    public Ledger within(Deadline end) {
        return new DynamoDbLedger(client, table, () -> end);
    }

    /// The same ledger for one invocation: all its calls together take `left` at most.
    public Ledger within(Duration left) {
        return within(Deadline.in(left));
    }

    /// Reads a row that never exists. The SDK's first request costs as much as all its set-up, so it is
    /// made before the first person waits.
    ///
    /// @throws StoreUnavailable   as every read does
    /// @throws StoreMisconfigured likewise
    public void prime() {
        Optional<MemberItem> nothing = read(rows -> rows.member(RowKey.ofNothing()));
        if (nothing.isPresent()) {
            throw new IllegalStateException("there is a row where none can be");
        }
    }

    @Override
    public Standing standing(MemberId id) {
        return read(rows -> rows.member(RowKey.ofMember(id)))
                .map(MemberItem::standing)
                .orElseGet(() -> new Nobody(id));
    }

    @Override
    public Optional<CheckIn> checkIn(MemberId id, CheckInId checkIn) {
        return read(rows -> rows.checkIn(id, checkIn)).map(CheckInItem::checkIn);
    }

    @Override
    public Page newestFirst(MemberId id, int life, String program, @Nullable Position after, int limit) {
        if (after != null && !isOf(after.id(), life, program)) {
            return Table.NO_ROWS;
        }
        RowKey member = RowKey.ofMember(id);
        var ofProgram = QueryConditional.sortBeginsWith(member.keyBeside(RowKey.historyOf(life, program)));
        var start = after == null ? null : Table.historyKey(id, after);
        return read(rows -> rows.history(ofProgram, false, start, limit));
    }

    @Override
    public Page dated(MemberId id, int life, String program, int run, LocalDate from, LocalDate to) {
        if (from.isAfter(to)) {
            return Table.NO_ROWS;
        }
        RowKey member = RowKey.ofMember(id);
        var between = QueryConditional.sortBetween(
                member.keyBeside(RowKey.history(life, program, run, from)),
                member.keyBeside(RowKey.history(life, program, run, to)));
        return read(rows -> rows.history(between, true, null, Table.MOST_ROWS));
    }

    @Override
    public Page held(MemberId id, int life, @Nullable Position after, int limit) {
        if (after != null && after.id().life() != life) {
            return Table.NO_ROWS;
        }
        RowKey member = RowKey.ofMember(id);
        var ofLife = QueryConditional.sortBeginsWith(member.keyBeside(RowKey.historyOf(life)));
        var start = after == null ? null : Table.historyKey(id, after);
        return read(rows -> rows.history(ofLife, true, start, limit));
    }

    @Override
    public boolean forget(MemberId id, int life) {
        return answered(end -> Removal.until(end, client, table).of(id, life));
    }

    @Override
    public Nominees due(int shard, Instant until, @Nullable Nominee after) {
        return answered(end -> DueIndex.until(end, client, table).page(shard, until, after));
    }

    @Override
    public void moveBack(Nominee nominee, IntFunction<Instant> until) {
        answered(end -> {
            DueIndex.until(end, client, table).moveBack(nominee, until);
            return true;
        });
    }

    @Override
    public Result commit(Change change) {
        return new Commit(change, deadline.get(), this::until).run();
    }

    /// DynamoDB refuses a start outside of what is asked for; here it is a place after which nothing
    /// comes.
    private static boolean isOf(CheckInId checkIn, int life, String program) {
        return checkIn.life() == life && checkIn.program().equals(program);
    }

    private Table until(Deadline end) {
        return Table.until(end, client, table);
    }

    private <R> R read(Function<Table, R> reading) {
        return answered(end -> reading.apply(until(end)));
    }

    private <R> R answered(Function<Deadline, R> call) {
        try {
            return call.apply(deadline.get());
        } catch (SdkException failed) {
            throw StoreFailure.of(failed);
        }
    }
}
