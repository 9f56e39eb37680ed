package cairn.testkit.audit;

import java.time.ZoneId;
import java.util.List;
import java.util.Random;

/// Where people live and move to: both sides of the date line, odd offsets, and days without a midnight.
final class Zones {
    private static final List<String> ALL = List.of(
            "Europe/Berlin",
            "America/New_York",
            "Asia/Kathmandu",
            "Pacific/Kiritimati",
            "Pacific/Pago_Pago",
            "Pacific/Apia",
            "Australia/Lord_Howe",
            "America/St_Johns",
            "America/Santiago",
            "Africa/Cairo",
            "Asia/Beirut",
            "UTC");

    private Zones() {}

    static ZoneId any(Random random) {
        return ZoneId.of(ALL.get(random.nextInt(ALL.size())));
    }
}
