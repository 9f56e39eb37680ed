package cairn.commands;

import cairn.checkins.ImportedPerson;
import cairn.checkins.ImportedRecord;
import cairn.checkins.MemberId;
import cairn.lambda.portable.PortableLine;
import cairn.timeline.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A file of portable records, one a line, as JSON. The lines about one person need not stand together: all
/// of it is held in memory, grouped by person.
///
/// @param lines    how many there are; blank ones are none
/// @param people   in the order of their first lines
/// @param unusable lines that could not be read
record PeopleFile(int lines, List<ImportedPerson> people, List<RefusedLine> unusable) {
    /// @throws IOException if the file cannot be read; the message names it
    static PeopleFile read(Path file) throws IOException {
        Reader reader = new Reader();
        try (FileLines lines = FileLines.of(file)) {
            for (Optional<FileLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                switch (line.get()) {
                    case FileLines.Text(int number, String text) -> reader.take(number, text);
                    case FileLines.Unreadable(int number, String why) -> reader.refuse(number, why);
                }
            }
        }
        return reader.file();
    }

    private static final class Reader {
        private final Map<MemberId, List<ImportedRecord>> told = new LinkedHashMap<>();
        private final Map<MemberId, Integer> unreadableMembers = new HashMap<>();
        private final List<RefusedLine> unusable = new ArrayList<>();
        private int lines;

        void take(int number, String line) {
            if (line.isBlank()) {
                return;
            }
            lines++;
            switch (PortableLine.read(number, line)) {
                case PortableLine.Sound(ImportedRecord record) ->
                    told.computeIfAbsent(record.memberId(), _ -> new ArrayList<>())
                            .add(record);
                case PortableLine.Faulty faulty -> {
                    unusable.add(new RefusedLine(number, kindOf(faulty.type()), faulty.faults()));
                    MemberId member = faulty.memberId();
                    if (member != null && faulty.isOfMember()) {
                        unreadableMembers.put(member, number);
                    }
                }
            }
        }

        void refuse(int number, String why) {
            lines++;
            unusable.add(new RefusedLine(number, Optional.empty(), List.of(new Fault("", why))));
        }

        private static Optional<Kind> kindOf(@Nullable String type) {
            return Kind.of(type == null ? "" : type);
        }

        PeopleFile file() {
            List<ImportedPerson> people = new ArrayList<>();
            told.forEach((id, records) -> people.add(new ImportedPerson(id, records, unreadableMembers.get(id))));
            return new PeopleFile(lines, people, unusable);
        }
    }
}
