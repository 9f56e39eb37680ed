package cairn.commands;

import cairn.checkins.Journey;
import cairn.checkins.Ledger;
import cairn.checkins.Member;
import cairn.checkins.MemberId;
import cairn.checkins.Members;
import cairn.checkins.Programs;
import cairn.checkins.RepairOutcome;
import cairn.lambda.Ledgers;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Puts one member right whose day was moved ahead, and says what was changed and what is left.
///
/// @param now the moment of the repair
record Repair(Ledger ledger, Programs programs, Instant now, PrintStream out) {

    /// @return the exit code
    int run(MemberId id) {
        Ledgers ledgers = _ -> ledger;
        Members members = ledgers.members(programs, Duration.ZERO, now, new AtomicInteger());
        return switch (members.repair(id)) {
            case RepairOutcome.Repaired(Member before, Member after, List<Journey> left) -> {
                say("last day", before.lastDay(), after.lastDay());
                say("plans", before.plans().changes(), after.plans().changes());
                say("newest change of plan", before.newestPlanChange(), after.newestPlanChange());
                before.journeys()
                        .forEach((program, journey) -> say(
                                "journey " + program + ", created on",
                                journey.createdOn(),
                                after.journey(program).orElseThrow().createdOn()));
                yield left(left);
            }
            case RepairOutcome.NothingToRepair(List<Journey> left) -> {
                out.println("There is no day ahead of now to set back.");
                yield left(left);
            }
            case RepairOutcome.NoSuchMember() -> {
                out.println("Nothing is stored of that member, or they were erased.");
                yield Commands.REFUSED;
            }
        };
    }

    private void say(String what, @Nullable Object before, @Nullable Object after) {
        if (!String.valueOf(before).equals(String.valueOf(after))) {
            out.println(what + ": " + before + " -> " + after);
        }
    }

    private int left(List<Journey> left) {
        for (Journey journey : left) {
            LocalDate lastOn = journey.opened().lastOn();
            String opened = lastOn == null ? "" : ", and the last check-in that was opened is of " + lastOn;
            out.println("journey " + journey.program() + ", run " + journey.run() + ", is left: it started on "
                    + journey.startedOn() + opened + ". Only another start, or run " + (journey.run() + 1)
                    + ", puts it right. See docs/operating.md.");
        }
        return left.isEmpty() ? 0 : Commands.REFUSED;
    }
}
