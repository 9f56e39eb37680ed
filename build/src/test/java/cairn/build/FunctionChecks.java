package cairn.build;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What holds for each function.
final class FunctionChecks {
    /// An account has 1,000 unless it asks for more; Lambda keeps 100 of them unreserved, and others live there, too.
    private static final int SHARES = 300;

    private static final Map<String, Set<String>> OWN_VARIABLES = Map.of(
            "DueFunction", Set.of(),
            "JourneysFunction", Set.of(),
            "CheckInsFunction", Set.of("CURSOR_KEY"),
            "PrivacyFunction", Set.of("CURSOR_KEY"),
            "IntakeFunction", Set.of(),
            "SweepFunction", Set.of("BUS_NAME", "ANNOUNCEMENTS_PER_TICK"),
            "ChangesFunction", Set.of("BUS_NAME"));

    private FunctionChecks() {}

    static void allSeven(Template template, Findings findings) {
        findings.require(
                Set.copyOf(template.functions()).equals(OWN_VARIABLES.keySet()),
                template.resources(),
                "with the functions " + OWN_VARIABLES.keySet());
        for (String function : template.functions()) {
            String module = module(function);
            findings.is(
                    template.properties(function).at("Handler"),
                    "cairn.functions." + module.replace("-", "") + "." + stem(function));
            findings.is(
                    template.properties(function).at("CodeUri"), "functions/" + module + "/target/" + module + ".zip");
            findings.is(template.ofFunction(function, "Runtime"), "java25");
            findings.is(template.ofFunction(function, "Architectures"), List.of("arm64"));
            findings.is(template.ofFunction(function, "Tracing"), "Active");
            findings.between(template.ofFunction(function, "MemorySize"), 512, 2048);
        }
    }

    static void environments(Template template, Findings findings) {
        Node shared = template.section("Globals").at("Function", "Environment", "Variables");
        findings.is(shared.at("TABLE_NAME"), Node.ref("Table"));
        findings.is(shared.at("DEFAULT_PLAN"), Node.ref("DefaultPlan"));
        Map<String, Object> values = Map.of(
                "CURSOR_KEY", Node.sub("{{resolve:secretsmanager:${CursorKey}}}"),
                "BUS_NAME", Node.ref("Bus"),
                "ANNOUNCEMENTS_PER_TICK", Node.ref("AnnouncementsPerTick"));
        OWN_VARIABLES.forEach((function, names) -> {
            Node own = template.properties(function).at("Environment", "Variables");
            names.forEach(name -> findings.is(own.at(name), values.get(name)));
            findings.require(own.entries().size() == names.size(), own, "only " + names);
        });
        findings.between(template.properties("CursorKey").at("GenerateSecretString", "PasswordLength"), 43, 128);
        findings.is(template.properties("CursorKey").at("GenerateSecretString", "ExcludePunctuation"), true);
    }

    /// The gateway gives up after 10 s and a schedule comes again after 60.
    static void endInTime(Template template, Findings findings) {
        for (String function : template.functions()) {
            findings.between(
                    template.ofFunction(function, "Timeout"), 5, 30 + (function.equals("SweepFunction") ? 25 : 0));
        }
    }

    static void shares(Template template, Findings findings) {
        int sum = 0;
        for (String function : template.functions()) {
            Node share = template.properties(function).at("ReservedConcurrentExecutions");
            findings.between(share, 1, 100);
            sum += share.number();
        }
        findings.require(sum <= SHARES, template.resources(), "within " + SHARES + " executions at once, not " + sum);
        int schedules = template.eventsOfType("ScheduleV2").size();
        findings.between(template.properties("SweepFunction").at("ReservedConcurrentExecutions"), schedules, 4);
    }

    static void ownLogs(Template template, Findings findings) {
        Set<Object> groups = new HashSet<>();
        for (String function : template.functions()) {
            Node logging = template.properties(function).at("LoggingConfig");
            findings.is(logging.at("LogFormat"), "JSON");
            findings.is(logging.at("LogGroup"), Node.ref(stem(function) + "Log"));
            findings.require(groups.add(logging.at("LogGroup").value()), logging, "its own");
            findings.is(template.resources().at(stem(function) + "Log", "Type"), "AWS::Logs::LogGroup");
        }
        for (Node group : template.ofType("AWS::Logs::LogGroup")) {
            findings.between(group.at("Properties", "RetentionInDays"), 7, 90);
        }
    }

    static void published(Template template, Findings findings) {
        for (String function : template.functions()) {
            findings.is(template.ofFunction(function, "AutoPublishAlias"), "live");
            findings.is(template.ofFunction(function, "AutoPublishAliasAllProperties"), true);
        }
    }

    static void canaries(Template template, Findings findings) {
        for (String function : template.functions()) {
            Node rollout = template.properties(function).at("DeploymentPreference");
            findings.require(rollout.at("Type").text().startsWith("Canary10Percent"), rollout, "a canary");
            findings.is(
                    rollout.at("Alarms"),
                    List.of(
                            Node.ref(stem(function) + "Errors"),
                            Node.ref(stem(function) + "Throttles"),
                            Node.ref(stem(function) + "Duration")));
        }
    }

    static void snapshots(Template template, Findings findings) {
        for (String function : template.functions()) {
            String wish = function.equals("PrivacyFunction") ? "None" : "PublishedVersions";
            findings.is(template.ofFunction(function, "SnapStart").at("ApplyOn"), wish);
        }
    }

    /// `CheckInsFunction` is `CheckIns`.
    static String stem(String function) {
        return function.substring(0, function.length() - "Function".length());
    }

    private static String module(String function) {
        return function.equals("CheckInsFunction")
                ? "check-ins"
                : stem(function).toLowerCase(Locale.ROOT);
    }
}
