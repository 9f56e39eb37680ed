package cairn.build.zones;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Prints every zone whose rules are others in the JDK that runs it than in the system's files, for two years from a
/// day
/// on: `CompareZones /usr/share/zoneinfo 2026-11-29`. One of the two is old then, and a difference fails nothing.
final class CompareZones {
    private static final int YEARS = 2;

    /// The same zones again, or none.
    private static final Set<String> NO_ZONES = Set.of("Factory", "localtime", "posixrules");

    private static final List<String> OTHER_FOLDERS = List.of("posix/", "right/");

    private CompareZones() {}

    public static void main(String[] arguments) throws IOException {
        report(Path.of(arguments[0]), LocalDate.parse(arguments[1])).forEach(System.out::println);
    }

    static List<String> report(Path folder, LocalDate from) throws IOException {
        Set<String> zones = zones(folder);
        Set<String> known = ZoneId.getAvailableZoneIds();
        Instant start = from.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = from.plusYears(YEARS).atStartOfDay(ZoneOffset.UTC).toInstant();
        var comparison = new ZoneComparison(start, end);
        List<String> lines = new ArrayList<>();
        lines.add("JDK " + Runtime.version() + " has "
                + ZoneRulesProvider.getVersions("UTC").lastKey() + ", " + folder + " has " + version(folder));
        int differ = 0;
        for (String zone : zones) {
            var file = TzFile.parse(Files.readAllBytes(folder.resolve(zone)));
            var difference = known.contains(zone) ? comparison.of(zone, file) : java.util.Optional.empty();
            difference.ifPresent(one -> lines.add("  " + one));
            differ += difference.isPresent() ? 1 : 0;
            if (!known.contains(zone)) {
                lines.add("  " + zone + ": not in the JDK");
            }
        }
        lines.add(differ + " of " + zones.size() + " zones differ between " + start + " and " + end);
        return lines;
    }

    /// The names of all zones in there.
    private static Set<String> zones(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            var zones = new TreeSet<String>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (!NO_ZONES.contains(name)
                        && OTHER_FOLDERS.stream().noneMatch(name::startsWith)
                        && TzFile.isOne(Files.readAllBytes(file))) {
                    zones.add(name);
                }
            }
            return zones;
        }
    }

    /// Its source begins with `# version 2026a`, where it is installed too.
    private static String version(Path folder) throws IOException {
        Path source = folder.resolve("tzdata.zi");
        if (!Files.isRegularFile(source)) {
            return "an unknown version";
        }
        try (Stream<String> lines = Files.lines(source)) {
            return lines.findFirst().orElse("").replaceFirst("^# version ", "");
        }
    }
}
