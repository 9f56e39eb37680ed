package cairn.checkins;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All that an import tells about one person.
///
/// @param unreadableMember a line about the person themselves that could not be read; null if there is none.
///                         Without their zone and plans no journey of theirs can be reckoned
public record ImportedPerson(
        MemberId id, List<ImportedRecord> records, @Nullable Integer unreadableMember) {
    public ImportedPerson {
        records = List.copyOf(records);
    }

    Optional<ImportedMember> member() {
        return all(ImportedMember.class).findFirst();
    }

    /// The life that is told of. A system without lives knows the first.
    int life() {
        return member().map(ImportedMember::life).orElse(1);
    }

    <R extends ImportedRecord> Stream<R> all(Class<R> type) {
        return records.stream().filter(type::isInstance).map(type::cast);
    }
}
