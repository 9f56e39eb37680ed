package cairn.local.life;

/// A start that cannot be, for a reason that is the user's to change; the message is for their eyes and says what to
/// do.
public final class Refusal extends RuntimeException {
    /// @param message whole sentences, without a stack trace's help
    public Refusal(String message) {
        super(message);
    }

    /// @param message whole sentences, without a stack trace's help
    /// @param cause for the log
    public Refusal(String message, Throwable cause) {
        super(message, cause);
    }
}
