package cairn.lambda.portable;

import cairn.checkins.ImportedRecord;
import cairn.checkins.MemberId;
import cairn.lambda.BadRequest;
import cairn.lambda.JsonBody;
import cairn.timeline.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A portable record on its way in: one line of text. Each is read as it was written by [PortableRecord],
/// and may leave out much of that, for an older system has not all of it.
public final class PortableLine {
    private static final int LONGEST = 64 * 1024;

    private PortableLine() {}

    /// What came of reading a line.
    public sealed interface Reading {}

    /// It says this.
    public record Sound(ImportedRecord told) implements Reading {}

    /// It cannot be taken.
    ///
    /// @param type     null if even that is not known
    /// @param memberId likewise
    public record Faulty(@Nullable String type, @Nullable MemberId memberId, List<Fault> faults) implements Reading {
        public Faulty {
            faults = List.copyOf(faults);
        }

        /// Whether it was to tell of the person themselves.
        public boolean isOfMember() {
            return PortableMember.TYPE.equals(type);
        }
    }

    /// @param number where the line stands, from 1
    public static Reading read(int number, String text) {
        if (text.length() > LONGEST) {
            return new Faulty(null, null, List.of(new Fault("", "is longer than 64 KB")));
        }
        try {
            return read(number, JsonBody.parse(text));
        } catch (BadRequest unreadable) {
            return new Faulty(null, null, unreadable.faults());
        }
    }

    private static Reading read(int number, JsonBody line) {
        String type = line.required("type", JsonBody::text);
        MemberId memberId = line.required("memberId", JsonBody::member);
        // One who is not named has no records; anybody stands in, so that the rest is checked as well.
        MemberId id = memberId == null ? new MemberId("nobody") : memberId;
        ImportedRecord told;
        switch (type == null ? "" : type) {
            case PortableMember.TYPE -> told = MemberLine.read(number, id, line);
            case PortableJourney.TYPE -> told = JourneyLine.read(number, id, line);
            case PortableCheckIn.TYPE -> told = CheckInLine.read(number, id, line);
            default -> {
                return new Faulty(type, memberId, List.of(new Fault("/type", "is to be member, journey or check-in")));
            }
        }
        List<Fault> faults = line.faults();
        return told == null || !faults.isEmpty() ? new Faulty(type, memberId, faults) : new Sound(told);
    }

    /// A whole number from `least` to `most`; `usual` if it is not given.
    static int number(JsonBody line, String name, int least, int most, int usual) {
        Integer given = line.wholeNumber(name);
        if (given != null && (given < least || given > most)) {
            line.refuse(new Fault("/" + name, "is to be from " + least + " to " + most));
        }
        return given == null ? usual : given;
    }
}
