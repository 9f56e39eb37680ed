package cairn.commands;

import static java.util.Objects.requireNonNull;

import cairn.checkins.StoreMisconfigured;
import cairn.checkins.StoreUnavailable;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// Runs one command. It alone asks a clock; all below are told.
public final class Main {
    private static final int STORE_AWAY = 3;
    private static final int BUG = 4;

    private Main() {}

    /// Ends the process with the command's exit code.
    public static void main(String[] arguments) {
        PrintStream out = new Terminal(System.out);
        PrintStream err = new Terminal(System.err);
        System.exit(run(new Commands(InstantSource.system(), out, err), err, arguments));
    }

    static int run(Commands commands, PrintStream err, String... arguments) {
        return new CommandLine(commands)
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .registerConverter(LocalDate.class, Commands::day)
                .setParameterExceptionHandler(
                        (wrong, _) -> unusable(err, firstLine(String.valueOf(wrong.getMessage())) + "; see --help"))
                .setExecutionExceptionHandler((failed, _, _) -> code(failed, err))
                .execute(arguments);
    }

    /// What a user can do something about is said in a line; anything else is a bug, with its trace.
    private static int code(Exception failed, PrintStream err) {
        return switch (failed) {
            case StoreUnavailable away -> {
                Throwable cause = away.getCause();
                err.println(Terminal.inLine(away.getMessage() + (cause == null ? "" : ": " + cause.getMessage())));
                err.println("What was written stays. Run it again, and it goes on from there.");
                yield STORE_AWAY;
            }
            case Unusable unusable -> unusable(err, unusable.getMessage());
            case StoreMisconfigured refused -> unusable(err, refused.getMessage());
            case UncheckedIOException unreadable -> unusable(err, reason(requireNonNull(unreadable.getCause())));
            case IOException unreadable -> unusable(err, reason(unreadable));
            default -> {
                err.println("This is a bug in Cairn. What was written stays.");
                failed.printStackTrace(err);
                yield BUG;
            }
        };
    }

    private static int unusable(PrintStream err, @Nullable String why) {
        err.println(Terminal.inLine(String.valueOf(why)));
        return Commands.UNUSABLE;
    }

    /// The file's name is in the exception's message.
    private static String reason(IOException unreadable) {
        String file = String.valueOf(unreadable.getMessage());
        return switch (unreadable) {
            case NoSuchFileException _ -> "cannot be read: " + file + ": no such file";
            case AccessDeniedException _ -> "cannot be read: " + file + ": permission denied";
            case NotDirectoryException _ -> "cannot be read: " + file + ": not a directory";
            default -> "cannot be read: " + file;
        };
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
