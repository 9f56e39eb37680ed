package cairn.commands;

import cairn.checkins.CheckInProgram;
import cairn.checkins.DefinitionChange;
import cairn.checkins.Ledger;
import cairn.checkins.MemberId;
import cairn.checkins.Programs;
import cairn.lambda.ProgramFiles;
import cairn.timeline.Days;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

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
    private static final int MOST_AT_ONCE = 64;

    /// A name, or an ARN (AWS: DynamoDB API Reference, GetItem, TableName).
    private static final Pattern TABLE_NAME = Pattern.compile("[A-Za-z0-9_.:/-]{3,1024}");

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
                "3:the store was away; run it again",
                "4:a bug"
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
            @Option(
                            names = "--at-once",
                            defaultValue = "8",
                            description = "people, 1 to " + MOST_AT_ONCE + "; default: ${DEFAULT-VALUE}")
                    int atOnce)
            throws IOException {
        requireArgument(atOnce >= 1 && atOnce <= MOST_AT_ONCE, "--at-once must be 1 to " + MOST_AT_ONCE);
        requireArgument(TABLE_NAME.matcher(table).matches(), "--table is not the name of a table");
        Programs programs = programs(programDir, defaultPlan);
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
            name = "repair",
            description = "Puts a member right whose day was moved ahead of now by an event with a wrong time. See"
                    + " docs/operating.md.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {
                "0:the member is right",
                "1:there is no such member, or a journey is left that only another start or run puts right",
                "2:the arguments cannot be used",
                "3:the store was away; run it again",
                "4:a bug"
            })
    int repair(
            @Parameters(paramLabel = "SUBJECT", description = "the member: the subject of their token") String subject,
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
            @Option(names = "--dry-run", description = "write nothing, report the same") boolean dryRun) {
        requireArgument(MemberId.isSubject(subject), "SUBJECT is not the subject of a token");
        requireArgument(TABLE_NAME.matcher(table).matches(), "--table is not the name of a table");
        Programs programs = programs(programDir, defaultPlan);
        try (Store store = data == null ? Store.ofEnvironment(table) : Store.ofDataFolder(data, table)) {
            return repair(new MemberId(subject), programs, store.ledger(), dryRun);
        }
    }

    /// @return the exit code
    int repair(MemberId member, Programs programs, Ledger store, boolean dryRun) {
        Ledger ledger = dryRun ? new DryRunLedger(store) : store;
        int code = new Repair(ledger, programs, Instant.ofEpochMilli(clock.millis()), out).run(member);
        out.println(dryRun ? "This was a dry run: nothing was written." : "Done.");
        return code;
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
                "2:the arguments, definitions or files cannot be used",
                "4:a bug"
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
        LocalDate last = to == null ? Days.earlier(first.plusDays(USUAL_DAYS), Days.LAST) : to;
        requireArgument(
                !last.isBefore(first) && !last.isAfter(first.plusDays(MOST_DAYS)),
                "--to must be 0 to " + MOST_DAYS + " days after --from");
        String name = program == null ? DefinitionFile.nameOf(after) : program;
        List<CheckInProgram> sound = new ArrayList<>();
        for (Path definition : List.of(before, after)) {
            switch (DefinitionFile.read(definition, name)) {
                case DefinitionFile.Sound(CheckInProgram read) -> sound.add(read);
                case DefinitionFile.Faulty faulty -> err.print(faulty.text());
            }
        }
        if (sound.size() < 2) {
            return UNUSABLE;
        }
        for (CheckInProgram definition : sound) {
            Set<String> plans = definition.schedule().plans().keySet();
            requireArgument(
                    plans.contains(plan),
                    "--plan must be known to both definitions: " + plan + " is none of " + new TreeSet<>(plans));
        }
        return compare(name, sound.getFirst(), sound.getLast(), plan, now, first, last, PeopleFile.read(file));
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

    /// Reads the value of an option.
    static LocalDate day(String text) {
        return Days.parse(text)
                .orElseThrow(() -> new TypeConversionException(
                        "it must be a day such as 2026-03-24, from " + Days.FIRST + " to " + Days.LAST));
    }

    private static Programs programs(Path folder, String defaultPlan) {
        try {
            return ProgramFiles.load(folder, defaultPlan);
        } catch (IllegalArgumentException faulty) {
            String faults = String.valueOf(faulty.getMessage());
            throw new Unusable(faults.replaceFirst("\n", " ").replace("\n", "; "), faulty);
        }
    }

    private static void requireArgument(boolean sound, String message) {
        if (!sound) {
            throw new Unusable(message);
        }
    }
}
