package cairn.checkins;

import java.util.List;

/// What came of putting a member right whose day lies ahead.
public sealed interface RepairOutcome {

    /// It is stored.
    ///
    /// @param before the row as it was
    /// @param after  the row as it is now
    /// @param left   journeys that only another run can put right
    record Repaired(Member before, Member after, List<Journey> left) implements RepairOutcome {
        public Repaired {
            left = List.copyOf(left);
        }
    }

    /// The row holds no day ahead of now that can be set back. Nothing was changed.
    ///
    /// @param left journeys that only another run can put right
    record NothingToRepair(List<Journey> left) implements RepairOutcome {
        public NothingToRepair {
            left = List.copyOf(left);
        }
    }

    /// Nothing is stored of them, or they were erased.
    record NoSuchMember() implements RepairOutcome {}
}
