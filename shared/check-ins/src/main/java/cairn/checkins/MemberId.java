package cairn.checkins;

/// One person: the subject of a verified token, and nothing else about them. Every key in the store that
/// belongs to a person is made from this, so an identity that was not verified cannot reach a row.
public record MemberId(String subject) {
    /// How many parts the due index has.
    public static final int SHARDS = 16;

    private static final int LONGEST = 256;

    /// Takes the subject as the token has it.
    ///
    /// @throws IllegalArgumentException for what [#isSubject] says is none
    public MemberId {
        if (!isSubject(subject)) {
            throw new IllegalArgumentException("a subject is Unicode text of 1 to " + LONGEST + " characters");
        }
    }

    /// Whether it is 1 to 256 characters (UTF-16 code units), not blank, and Unicode. Half a surrogate pair is no
    /// character: it has no UTF-8, and where it is written as `?`, two subjects become one row.
    public static boolean isSubject(String text) {
        return !text.isBlank() && text.length() <= LONGEST && text.codePoints().noneMatch(MemberId::isSurrogate);
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    /// In which part of the due index this person is, from 0: the same for ever, for it is stored.
    public int shard() {
        return Math.floorMod(subject.hashCode(), SHARDS);
    }

    /// Kept out of logs, whatever is logged.
    @Override
    public String toString() {
        return "MemberId[…]";
    }
}
