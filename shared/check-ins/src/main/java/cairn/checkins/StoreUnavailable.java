package cairn.checkins;

/// The store did not answer in time, or too many others were writing. Nothing acknowledged is lost; asking
/// again is safe.
public final class StoreUnavailable extends RuntimeException {
    public StoreUnavailable(String message) {
        super(message);
    }

    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
