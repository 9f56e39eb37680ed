package cairn.commands;

import cairn.checkins.CheckInProgram;
import cairn.checkins.DefinitionChange;
import cairn.checkins.Ledger;
import cairn.checkins.Programs;
import cairn.lambda.ProgramFiles;
import cairn.timeline.WallTime;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The commands and their arguments.
@Command(
        name = "cairn",
        description = "What an operator of Cairn runs by hand.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class Commands {
    static final int REFUSED = 1;
    static final int UNUSABLE = 2;
    private static final int USUAL_DAYS = 400;
    private static final int MOST_DAYS = 3660;

    private final InstantSource clock;
    private final PrintStream out;
    private final PrintStream err;

    /// @param out results
    /// @param err progress, and what is wrong
    Commands(InstantSource clock, PrintStream out, PrintStream err) {
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    @Command(
            name = "import",
            description =
                    "Brings members, journeys and check-ins of an older system, or of an export, into a table. It can"
                            + " be repeated: what is there stays. See docs/import.md.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {
                "0:all lines are stored",
                "1:some were refused, the others are stored",
                "2:the arguments or files cannot be used",
                "3:the store was away; run it again"
            })
    int bring(
            @Parameters(paramLabel = "FILE.jsonl", description = "JSON Lines: a record of the export each") Path file,
            @Option(
                            names = "--table",
                            required = true,
                            description = "the table's name: output TableName of the stack; cairn-Table on one machine")
                    String table,
            @Option(names = "--program-dir", defaultValue = "programs", description = "default: ${DEFAULT-VALUE}")
                    Path programDir,
            @Option(
                            names = "--default-plan",
                            defaultValue = "free",
                            description = "the deployment's DefaultPlan; default: ${DEFAULT-VALUE}")
                    String defaultPlan,
            @Option(
                            names = "--data",
                            description = "data folder of the local deployment, which must not be running; without"
                                    + " it, the table is where the AWS SDK's environment says")
                    @Nullable
                    Path data,
            @Option(names = "--dry-run", description = "write nothing, report the same") boolean dryRun,
            @Option(names = "--verbose", description = "list every check-in that gets another slot") boolean verbose,
            @Option(names = "--at-once", defaultValue = "8", description = "people; default: ${DEFAULT-VALUE}")
                    int atOnce)
            throws IOException {
        Programs programs = ProgramFiles.load(programDir, defaultPlan);
        PeopleFile people = PeopleFile.read(file);
        try (Store store = data == null ? Store.ofEnvironment(table) : Store.ofDataFolder(data, table)) {
            return bring(people, programs, store.ledger(), dryRun, verbose, atOnce);
        }
    }

    /// @return the exit code
    int bring(PeopleFile people, Programs programs, Ledger store, boolean dryRun, boolean verbose, int atOnce) {
        Ledger ledger = dryRun ? new DryRunLedger(store) : store;
        Instant now = Instant.ofEpochMilli(clock.millis());
        Tally tally = new Import(ledger, programs, now, atOnce)
                .run(people, new Progress(people.lines(), err, System::nanoTime));
        tally.refused().forEach(line -> err.println(line.text()));
        if (verbose) {
            tally.mapped()
                    .forEach(line -> out.println("line " + line.number() + ": " + line.from() + " -> " + line.to()));
        }
        out.print(tally.summary());
        out.println(
                dryRun
                        ? "This was a dry run: nothing was written."
                        : tally.changed() ? "Done." : "Nothing was changed: all that can be stored was there.");
        return tally.refused().isEmpty() ? 0 : REFUSED;
    }

    @Command(
            name = "compare",
            description = "Shows what an edited program would change: who would be asked when, before and after. See"
                    + " docs/definition-changes.md.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {
                "0:compared",
                "1:some lines were refused, or somebody would be asked twice",
                "2:the arguments, definitions or files cannot be used"
            })
    int compare(
            @Parameters(paramLabel = "OLD.json", description = "the definition as it is") Path before,
            @Parameters(paramLabel = "NEW.json", description = "as it is to be") Path after,
            @Parameters(paramLabel = "FILE.jsonl", description = "people, as for import") Path file,
            @Option(names = "--from", description = "first day; default: today in UTC") @Nullable LocalDate from,
            @Option(names = "--to", description = "last day; default: 400 days later") @Nullable LocalDate to,
            @Option(
                            names = "--plan",
                            defaultValue = "free",
                            description = "of members whose line names none; default: ${DEFAULT-VALUE}")
                    String plan,
            @Option(names = "--program", description = "its name in the file; default: as NEW.json is named") @Nullable
                    String program)
            throws IOException {
        Instant now = Instant.ofEpochMilli(clock.millis());
        LocalDate first = from == null ? WallTime.dayAt(now, ZoneOffset.UTC) : from;
        LocalDate last = to == null ? first.plusDays(USUAL_DAYS) : to;
        if (last.isBefore(first) || last.isAfter(first.plusDays(MOST_DAYS))) {
            err.println("--to is to lie 0 to " + MOST_DAYS + " days after --from");
            return UNUSABLE;
        }
        String name = program == null ? DefinitionFile.nameOf(after) : program;
        List<CheckInProgram> sound = new ArrayList<>();
        for (Path definition : List.of(before, after)) {
            switch (DefinitionFile.read(definition, name)) {
                case DefinitionFile.Sound(CheckInProgram read) -> sound.add(read);
                case DefinitionFile.Faulty faulty -> err.print(faulty.text());
            }
        }
        return sound.size() < 2
                ? UNUSABLE
                : compare(name, sound.getFirst(), sound.getLast(), plan, now, first, last, PeopleFile.read(file));
    }

    private int compare(
            String name,
            CheckInProgram before,
            CheckInProgram after,
            String plan,
            Instant now,
            LocalDate first,
            LocalDate last,
            PeopleFile people) {
        DefinitionChange change = new DefinitionChange(before.schedule(), after.schedule(), first, last);
        Comparison comparison = new Comparison(name, before, plan, now, change);
        Comparison.Result result = comparison.of(people);
        result.refused().forEach(line -> err.println(line.text()));
        out.print(comparison.text(result));
        boolean twice = result.journeys().stream()
                .anyMatch(journey -> !journey.difference().askedTwice().isEmpty());
        return result.refused().isEmpty() && !twice ? 0 : REFUSED;
    }
}
