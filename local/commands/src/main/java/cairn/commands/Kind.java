package cairn.commands;

import cairn.checkins.ImportedCheckIn;
import cairn.checkins.ImportedJourney;
import cairn.checkins.ImportedMember;
import cairn.checkins.ImportedRecord;
import java.util.Optional;
import java.util.stream.Stream;

/// What a line can be about.
enum Kind {
    MEMBER("member", "members"),
    JOURNEY("journey", "journeys"),
    CHECK_IN("check-in", "check-ins");

    private final String type;
    private final String plural;

    Kind(String type, String plural) {
        this.type = type;
        this.plural = plural;
    }

    String plural() {
        return plural;
    }

    static Optional<Kind> of(String type) {
        return Stream.of(values()).filter(kind -> kind.type.equals(type)).findFirst();
    }

    static Kind of(ImportedRecord record) {
        return switch (record) {
            case ImportedMember _ -> MEMBER;
            case ImportedJourney _ -> JOURNEY;
            case ImportedCheckIn _ -> CHECK_IN;
        };
    }
}
