package cairn.dynamodb;

import cairn.checkins.CheckInId;
import cairn.checkins.MemberId;
import java.time.LocalDate;
import java.util.Locale;
import software.amazon.awssdk.enhanced.dynamodb.Key;

/// Where a row is. There is one way to make each kind, and it takes the verified person: no key can be
/// built from less than the whole identity.
record RowKey(String pk, String sk) {
    static final String OF_A_CHECK_IN = "CHECKIN#";
    private static final String OF_A_MEMBER = "MEMBER#";

    static RowKey ofMember(MemberId id) {
        return new RowKey(OF_A_MEMBER + id.subject(), "MEMBER");
    }

    static RowKey ofCheckIn(MemberId id, CheckInId checkIn) {
        String sk = checkInsOf(checkIn.life()) + checkIn.program() + "#" + checkIn.run() + "#"
                + checkIn.slot().text();
        return new RowKey(OF_A_MEMBER + id.subject(), sk);
    }

    /// What the sort keys of one life's check-ins begin with.
    private static String checkInsOf(int life) {
        return OF_A_CHECK_IN + life + "#";
    }

    /// The end of the range that holds the check-ins of that life and of those before it. Keys sort as text,
    /// where `9#` comes after `10#`: the last key of these lives is that of the life itself, or that of the
    /// largest shorter number. Up to life 8, no life of one digit that comes later is in the range.
    static String endOfCheckIns(int life) {
        String own = Integer.toString(life);
        String nines = "9".repeat(own.length() - 1);
        String last = (own + "#").compareTo(nines + "#") > 0 ? own : nines;
        // `$` follows `#`.
        return OF_A_CHECK_IN + last + "$";
    }

    /// The life of a check-in's sort key.
    static int lifeOf(String sk) {
        return Integer.parseInt(sk.substring(OF_A_CHECK_IN.length(), sk.indexOf('#', OF_A_CHECK_IN.length())));
    }

    /// Of no row, ever: for a first call that is made for its own sake.
    static RowKey ofNothing() {
        return new RowKey("NOTHING", "NOTHING");
    }

    static MemberId memberOf(String pk) {
        return new MemberId(pk.substring(OF_A_MEMBER.length()));
    }

    /// The sort key of index `history`. Runs have four digits, so text sorts as they do.
    static String history(CheckInId checkIn, LocalDate date) {
        return history(checkIn.life(), checkIn.program(), checkIn.run(), date);
    }

    static String history(int life, String program, int run, LocalDate date) {
        return historyOf(life, program) + String.format(Locale.ROOT, "%04d", run) + "#" + date;
    }

    /// What the history keys of one program in one life begin with.
    static String historyOf(int life, String program) {
        return historyOf(life) + program + "#";
    }

    /// What the history keys of one life begin with.
    static String historyOf(int life) {
        return life + "#";
    }

    Key key() {
        return keyBeside(sk);
    }

    /// A key in the same partition.
    Key keyBeside(String sort) {
        return Key.builder().partitionValue(pk).sortValue(sort).build();
    }
}
