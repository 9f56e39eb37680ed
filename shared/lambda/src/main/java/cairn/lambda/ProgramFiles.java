package cairn.lambda;

import cairn.checkins.CheckInProgram;
import cairn.checkins.Programs;
import cairn.timeline.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A deployment's programs: one `<name>.json` each, in one folder.
public final class ProgramFiles {
    /// Goes up with every change to the form of the answer that is kept on a member's row.
    private static final String ANSWER_SCHEMA = "1";

    private ProgramFiles() {}

    /// Reads and checks them all.
    ///
    /// @throws IllegalArgumentException if anything is wrong with any of them, or if one does not know a
    ///                                  plan that it may meet; the message lists every fault with its file
    public static Programs load(Path folder, String defaultPlan) {
        Map<String, CheckInProgram> programs = new HashMap<>();
        List<String> faults = new ArrayList<>();
        MessageDigest digest = sha256();
        for (Path file : files(folder)) {
            try {
                String text = Utf8.text(read(file)).orElseThrow(() -> JsonTree.malformed("is not UTF-8"));
                digest.update((file.getFileName() + "\n" + text).getBytes(StandardCharsets.UTF_8));
                String name = String.valueOf(file.getFileName()).replaceFirst("\\.json$", "");
                programs.put(name, program(name, text));
            } catch (BadRequest refused) {
                refused.faults().forEach(fault -> faults.add(file.getFileName() + " " + fault.line()));
            }
        }
        faults.addAll(plansMissing(programs, defaultPlan));
        if (!faults.isEmpty() || programs.isEmpty()) {
            throw new IllegalArgumentException("the programs in " + folder + " cannot be used:\n"
                    + (programs.isEmpty() ? "there is none\n" : "") + String.join("\n", faults));
        }
        digest.update(String.join("\n", ANSWER_SCHEMA, defaultPlan, ProcessLog.zoneData())
                .getBytes(StandardCharsets.UTF_8));
        return new Programs(programs, defaultPlan, HexFormat.of().formatHex(digest.digest(), 0, 8));
    }

    private static CheckInProgram program(String name, String text) {
        JsonBody body = JsonBody.parse(text);
        CheckInProgram program = ProgramReader.read(body, name);
        body.check();
        if (program == null) {
            throw new BadRequest(Problem.Kind.INVALID.of(List.of(new Fault("", "cannot be read"))));
        }
        return program;
    }

    /// Billing knows plans, not programs: a plan that one program maps is known to all, or someone's cards
    /// would stop for want of a line.
    private static List<String> plansMissing(Map<String, CheckInProgram> programs, String defaultPlan) {
        List<String> plans = Stream.concat(
                        Stream.of(defaultPlan),
                        programs.values().stream().flatMap(program -> program.schedule().plans().keySet().stream()))
                .distinct()
                .sorted()
                .toList();
        return programs.values().stream()
                .flatMap(program -> plans.stream()
                        .filter(plan -> !program.schedule().plans().containsKey(plan))
                        .map(plan -> program.schedule().name() + ".json /plans does not say what " + plan + " gets"))
                .toList();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
