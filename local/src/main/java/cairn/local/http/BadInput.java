package cairn.local.http;

/// A request under `/local/` that cannot be understood.
final class BadInput extends RuntimeException {
    private final int status;
    private final String reason;

    /// @param reason for the caller's eyes
    BadInput(int status, String reason) {
        super(reason);
        this.status = status;
        this.reason = reason;
    }

    int status() {
        return status;
    }

    String reason() {
        return reason;
    }
}
