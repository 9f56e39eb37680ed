package cairn.commands;

import cairn.checkins.StoreUnavailable;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import picocli.CommandLine;

/// Runs one command. It alone asks a clock; all below are told.
public final class Main {
    private static final int STORE_AWAY = 3;

    private Main() {}

    /// Ends the process with the command's exit code.
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(new Commands(InstantSource.system(), out, err), err, arguments));
    }

    static int run(Commands commands, PrintStream err, String... arguments) {
        return new CommandLine(commands)
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((failed, _, _) -> code(failed, err))
                .execute(arguments);
    }

    /// What a user can do something about is said in a line; anything else is a bug, with its trace.
    private static int code(Exception failed, PrintStream err) throws Exception {
        switch (failed) {
            case StoreUnavailable away -> {
                Throwable cause = away.getCause();
                err.println(away.getMessage() + (cause == null ? "" : ": " + cause.getMessage()));
                err.println("What was written stays. Run it again, and it goes on from there.");
                return STORE_AWAY;
            }
            case IOException unreadable -> err.println("cannot be read: " + unreadable.getMessage());
            case UncheckedIOException unreadable -> err.println("cannot be read: " + unreadable.getMessage());
            case IllegalArgumentException unusable -> err.println(unusable.getMessage());
            case IllegalStateException unusable -> err.println(unusable.getMessage());
            default -> throw failed;
        }
        return Commands.UNUSABLE;
    }
}
