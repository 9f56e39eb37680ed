package cairn.checkins;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of everything that is held about a person.
///
/// @param member   on the first page; null on those after it
/// @param checkIns by program, run and date
/// @param next     where the page after this begins; null if this is the last
public record Export(@Nullable Member member, List<CheckIn> checkIns, Ledger.@Nullable Position next) {
    static final Export NOTHING = new Export(null, List.of(), null);

    public Export {
        checkIns = List.copyOf(checkIns);
    }

    Export(@Nullable Member member, Ledger.Page page) {
        this(member, page.items(), page.more() ? page.items().getLast().position() : null);
    }
}
