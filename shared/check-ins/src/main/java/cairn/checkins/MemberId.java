package cairn.checkins;

/// One person: the subject of a verified token, and nothing else about them. Every key in the store that
/// belongs to a person is made from this, so an identity that was not verified cannot reach a row.
public record MemberId(String subject) {
    private static final int LONGEST = 256;

    /// Takes the subject as the token has it.
    ///
    /// @throws IllegalArgumentException for a blank subject, or one of more than 256 characters
    public MemberId {
        if (!isSubject(subject)) {
            throw new IllegalArgumentException("a subject has 1 to " + LONGEST + " characters");
        }
    }

    public static boolean isSubject(String text) {
        return !text.isBlank() && text.length() <= LONGEST;
    }

    /// Kept out of logs, whatever is logged.
    @Override
    public String toString() {
        return "MemberId[…]";
    }
}
