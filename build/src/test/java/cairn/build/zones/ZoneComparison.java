package cairn.build.zones;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;
import java.util.stream.Stream;

/// Where two sources of time zone data do not say the same.
///
/// @param from inclusive
/// @param to   exclusive
record ZoneComparison(Instant from, Instant to) {

    /// @param at the first moment in the stretch at which they differ
    record Difference(String zone, Instant at, ZoneOffset jdk, ZoneOffset file) {
        @Override
        public String toString() {
            return zone + ": from " + at + " on " + jdk + " in the JDK, " + file + " in tzdata";
        }
    }

    /// @throws java.time.zone.ZoneRulesException if the JDK does not know the zone
    Optional<Difference> of(String zone, TzFile file) {
        ZoneRules rules = ZoneId.of(zone).getRules();
        return Stream.concat(Stream.of(from), Stream.concat(changes(rules), file.changes(from, to)))
                .sorted()
                .distinct()
                .map(at -> new Difference(zone, at, rules.getOffset(at), file.offsetAt(at)))
                .filter(one -> !one.jdk().equals(one.file()))
                .findFirst();
    }

    private Stream<Instant> changes(ZoneRules rules) {
        return Stream.iterate(
                        rules.nextTransition(from),
                        next -> next != null && next.getInstant().isBefore(to),
                        next -> rules.nextTransition(next.getInstant()))
                .map(ZoneOffsetTransition::getInstant);
    }
}
