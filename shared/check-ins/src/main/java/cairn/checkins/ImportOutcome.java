package cairn.checkins;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What came of importing one person.
///
/// @param verdicts of every line, in their order
/// @param member   as they are now; null if nothing is stored of them
/// @param checkIns of their life, those that were there before included
public record ImportOutcome(
        Map<ImportedRecord, ImportVerdict> verdicts,
        @Nullable Member member,
        List<CheckIn> checkIns) {
    public ImportOutcome {
        verdicts = new LinkedHashMap<>(verdicts);
        checkIns = List.copyOf(checkIns);
    }

    /// The whole person, for one reason.
    public static ImportOutcome refused(ImportedPerson person, String why) {
        Map<ImportedRecord, ImportVerdict> verdicts = new LinkedHashMap<>();
        person.records().forEach(record -> verdicts.put(record, ImportVerdict.Refused.because("/memberId", why)));
        return new ImportOutcome(verdicts, null, List.of());
    }
}
