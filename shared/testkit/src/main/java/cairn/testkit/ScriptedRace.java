package cairn.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.CheckIn;
import cairn.checkins.Erased;
import cairn.checkins.IntakeOutcome;
import cairn.checkins.Ledger;
import cairn.checkins.Member;
import cairn.checkins.MemberId;
import cairn.checkins.Standing;
import cairn.checkins.WriteNames;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// Two operations on one member in an order that a test sets, where the reply to the first one's write is lost. It is
/// held against doing one after the other in memory: the same outcomes, the same rows (semantics 6, "applied at most
/// once").
///
/// @param own   has the lost reply
/// @param other is done in between, and is acknowledged
/// @param order in which the store applies them
public record ScriptedRace(Operation own, Operation other, Order order) {

    /// Who is applied first.
    public enum Order {
        /// The operation's own write; then another's on top; then its reply is lost.
        OWN_FIRST,
        /// Another's write, after the operation has read the row; then its own is refused, and that reply is lost.
        OTHER_FIRST
    }

    /// A store whose first write has something done beside it before its reply is lost.
    public interface Faulty {
        Ledger ledger(Order order, Runnable beside);
    }

    /// All pairs, in both orders.
    public static Stream<ScriptedRace> all(List<Operation> operations) {
        return operations.stream().flatMap(own -> operations.stream().flatMap(other -> inBothOrders(own, other)));
    }

    /// Each operation beside itself and three others, in both orders.
    public static Stream<ScriptedRace> some(List<Operation> operations) {
        return IntStream.range(0, operations.size())
                .boxed()
                .flatMap(own -> IntStream.of(0, 1, 4, 7)
                        .mapToObj(distance -> operations.get((own + distance) % operations.size()))
                        .flatMap(other -> inBothOrders(operations.get(own), other)));
    }

    private static Stream<ScriptedRace> inBothOrders(Operation own, Operation other) {
        return Stream.of(Order.values()).map(order -> new ScriptedRace(own, other, order));
    }

    /// The person of [Operation#onACard].
    public static void personWithACard(LedgerUnderTest store, MemberId id) {
        RaceStart.make().storeIn(store, id);
    }

    /// @param prepare stores what there is before, in a ledger
    public void run(Ledger direct, Faulty faulty, BiConsumer<LedgerUnderTest, MemberId> prepare) {
        MemberId id = LedgerUnderTest.somebody();
        prepare.accept(() -> direct, id);
        AtomicReference<Object> othersOutcome = new AtomicReference<>("not done");
        Ledger behindTheFault = faulty.ledger(order, () -> othersOutcome.set(other.outcome(RaceStart.on(direct), id)));

        Object ownOutcome = own.outcome(RaceStart.on(behindTheFault), id);

        Ledger expected = new InMemoryLedger();
        prepare.accept(() -> expected, id);
        List<Object> outcomes = order == Order.OWN_FIRST
                ? oneAfterTheOther(expected, id, own, other)
                : oneAfterTheOther(expected, id, other, own).reversed();
        assertThat(othersOutcome.get()).as("the other's outcome").isEqualTo(outcomes.getLast());
        if (!(other.equals(Operation.ERASE) && isThatOfAnotherLife(ownOutcome))) {
            assertThat(ownOutcome).as("its own outcome").isEqualTo(outcomes.getFirst());
        }
        assertThat(rows(direct, id)).isEqualTo(rows(expected, id));
    }

    DynamicTest test(Ledger direct, Faulty faulty, BiConsumer<LedgerUnderTest, MemberId> prepare) {
        return DynamicTest.dynamicTest(toString(), () -> run(direct, faulty, prepare));
    }

    private static List<Object> oneAfterTheOther(Ledger ledger, MemberId id, Operation first, Operation second) {
        return Stream.of(first, second)
                .map(operation -> operation.outcome(RaceStart.on(ledger), id))
                .toList();
    }

    /// Whatever an operation has done for a life, it ends as erased where it finds that life over.
    private static boolean isThatOfAnotherLife(Object outcome) {
        return outcome instanceof Erased || outcome instanceof IntakeOutcome.Ignored || outcome.equals(List.of());
    }

    /// All that is stored of a person, but for the names of the writes.
    private static List<Object> rows(Ledger ledger, MemberId id) {
        Standing standing = ledger.standing(id);
        List<Object> rows = new ArrayList<>();
        rows.add(standing instanceof Member member ? SampleRows.withWrites(member, WriteNames.NONE) : standing);
        for (int life = 1; life <= standing.life(); life++) {
            List<CheckIn> held = ledger.held(id, life, null, 100).items();
            rows.addAll(held);
        }
        return rows;
    }

    @Override
    public String toString() {
        return own + " and " + other + ", " + order;
    }
}
