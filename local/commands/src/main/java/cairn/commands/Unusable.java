package cairn.commands;

/// An argument, a file or a setting with which a command cannot begin. The message is what the user reads: one
/// line, which names what to change.
final class Unusable extends RuntimeException {
    Unusable(String message) {
        super(message);
    }

    Unusable(String message, Throwable cause) {
        super(message, cause);
    }
}
