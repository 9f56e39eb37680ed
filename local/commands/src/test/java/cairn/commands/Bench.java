package cairn.commands;

import cairn.checkins.Export;
import cairn.checkins.Ledger;
import cairn.checkins.MemberId;
import cairn.checkins.Members;
import cairn.checkins.Programs;
import cairn.lambda.Json;
import cairn.lambda.portable.PortableRecord;
import cairn.testkit.InMemoryLedger;
import cairn.testkit.SamplePrograms;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// An empty store, and commands that are run against it. It is noon of 22 November 2026 in Greenwich.
final class Bench {
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00.000Z");
    static final Programs PROGRAMS = SamplePrograms.both();

    final Ledger ledger;
    private final Instant now;

    Bench() {
        this(new InMemoryLedger(), NOW);
    }

    Bench(Ledger ledger, Instant now) {
        this.ledger = ledger;
        this.now = now;
    }

    /// What a run of a command came to.
    record Run(int code, String out, String err) {}

    Run imports(String... lines) {
        return imports(false, List.of(lines));
    }

    Run dryRun(String... lines) {
        return imports(true, List.of(lines));
    }

    Run imports(boolean dryRun, List<String> lines) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = commands(out, err).bring(file(lines), PROGRAMS, ledger, dryRun, true, 1);
        return new Run(code, out.toString(StandardCharsets.UTF_8), withoutProgress(err));
    }

    Run repairs(boolean dryRun, MemberId member) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = commands(out, err).repair(member, PROGRAMS, ledger, dryRun);
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static String withoutProgress(ByteArrayOutputStream err) {
        return withoutProgress(err.toString(StandardCharsets.UTF_8));
    }

    static String withoutProgress(String err) {
        return err.replaceAll("(?m)^\\d+ of \\d+ lines, .*\\R", "");
    }

    private Commands commands(ByteArrayOutputStream out, ByteArrayOutputStream err) {
        InstantSource clock = InstantSource.fixed(now);
        return new Commands(clock, new Terminal(out), new Terminal(err));
    }

    /// Runs a whole command line.
    Run runs(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        PrintStream errors = new Terminal(err);
        int code = Main.run(commands(out, err), errors, arguments);
        return new Run(code, out.toString(StandardCharsets.UTF_8), withoutProgress(err));
    }

    static PeopleFile file(List<String> lines) {
        try {
            Path file = Files.createTempFile("people", ".jsonl");
            Files.write(file, lines);
            PeopleFile read = PeopleFile.read(file);
            Files.delete(file);
            return read;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /// The rules themselves, at a moment.
    Members at(Instant moment) {
        return new Members(ledger, PROGRAMS, Json.ANSWER_FORMAT, moment, _ -> {});
    }

    Members at(String moment) {
        return at(Instant.parse(moment));
    }

    /// All that is held about a person, as lines.
    List<String> export(String subject) {
        MemberId id = new MemberId(subject);
        List<String> lines = new ArrayList<>();
        Ledger.Position after = null;
        do {
            Export page = at(NOW).export(id, after, 3);
            PortableRecord.of(id, page).forEach(record -> lines.add(Json.write(record)));
            after = page.next();
        } while (after != null);
        return lines;
    }
}
