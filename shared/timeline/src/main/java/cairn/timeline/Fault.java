package cairn.timeline;

/// One thing wrong with what somebody sent.
///
/// @param pointer a JSON Pointer (RFC 6901) into what was sent; empty for the whole
/// @param message says what would be right; fit to be shown
public record Fault(String pointer, String message) {

    /// The same fault, seen from a document that holds the faulty one at `parent`.
    public Fault under(String parent) {
        return new Fault(parent + pointer, message);
    }

    /// The fault in one line of text, without a pointer if the whole is at fault.
    public String line() {
        return pointer.isEmpty() ? message : pointer + " " + message;
    }

    /// A member's name as a part of a pointer (RFC 6901, section 3).
    public static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
