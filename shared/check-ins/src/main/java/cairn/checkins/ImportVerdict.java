package cairn.checkins;

import cairn.timeline.Fault;
import cairn.timeline.SlotKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of one line of an import.
public sealed interface ImportVerdict {

    /// It is stored.
    ///
    /// @param mappedTo the slot its check-in has here; null if the key it came with names one
    record New(@Nullable SlotKey mappedTo) implements ImportVerdict {}

    /// It, or another check-in of its slot, was stored before; nothing was changed.
    record AlreadyThere(@Nullable SlotKey mappedTo) implements ImportVerdict {}

    /// Another line of the import tells of the same, better.
    record Merged(int into) implements ImportVerdict {}

    /// It cannot be taken as it is; with all that is wrong with it, in pointers into the line.
    record Refused(List<Fault> faults) implements ImportVerdict {
        public Refused {
            faults = List.copyOf(faults);
        }

        static Refused because(String pointer, String message) {
            return new Refused(List.of(new Fault(pointer, message)));
        }
    }
}
