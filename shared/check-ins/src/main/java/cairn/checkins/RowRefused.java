package cairn.checkins;

import org.jspecify.annotations.Nullable;

/// The store cannot keep a row as it is: a name or a number that it does not take, a row that is too large.
/// Nothing was written, and repeating the operation changes nothing: it is a bug, or a value that a reader
/// should have refused.
public final class RowRefused extends RuntimeException {
    /// @param message the store's own words, which may quote what was sent
    /// @param cause   null where the store says it of one row of several
    public RowRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
