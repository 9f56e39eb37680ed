package cairn.checkins;

/// The store answers and refuses every request of this caller: the table does not exist, a permission is
/// missing, or the credentials are not valid. Nothing was written, and repeating the operation changes
/// nothing until an operator does.
public final class StoreMisconfigured extends RuntimeException {
    /// @param message the store's own words
    public StoreMisconfigured(String message, Throwable cause) {
        super(message, cause);
    }
}
