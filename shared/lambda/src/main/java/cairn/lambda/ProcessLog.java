package cairn.lambda;

import java.time.zone.ZoneRulesProvider;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// The log of one process, a line of JSON at a time. Before the first line it says once on which Java and which
/// time zone data the process runs: both are AWS's to update, and days begin by the latter
/// (`docs/operating.md`).
///
/// It says so with the first invocation and not while the function is initialised: a function with SnapStart is
/// initialised when its version is published, and that line would be gone with the log's retention long before
/// the snapshot is. What is said is what the process has in memory, the snapshot's data if it came from one. Any
/// other invocation pays for one read of a flag.
final class ProcessLog implements Consumer<String> {
    private final Consumer<String> out;
    private final AtomicBoolean started = new AtomicBoolean();

    ProcessLog(Consumer<String> out) {
        this.out = out;
    }

    @Override
    public void accept(String line) {
        if (!started.get() && started.compareAndSet(false, true)) {
            out.accept(start());
        }
        out.accept(line);
    }

    /// The version of the time zone data that this process computes with: `2026a`.
    static String zoneData() {
        return ZoneRulesProvider.getVersions("UTC").lastKey();
    }

    private static String start() {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("level", RequestLog.Level.INFO.name());
        line.put("way", "start");
        line.put("zoneData", zoneData());
        line.put("java", Runtime.version().toString());
        return Json.write(line);
    }
}
