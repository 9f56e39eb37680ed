package cairn.local.template;

import cairn.local.life.Refusal;
import cairn.local.pattern.EventPattern;
import cairn.local.template.StreamConsumer.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a function's `Events`: schedules and streams.
final class FunctionEvents {
    private static final Pattern STREAM = Pattern.compile("arn:aws:dynamodb:[^:]*:[^:]*:table/([^/]+)/stream/.*");
    private static final int USUAL_BATCH = 100;

    private static final Set<String> SCHEDULE = Set.of(
            "ScheduleExpression", "Input", "RetryPolicy", "DeadLetterConfig", "State", "FlexibleTimeWindow", "RoleArn");
    private static final Set<String> IGNORED_OF_A_SCHEDULE = Set.of("Description", "GroupName", "Name", "OmitName");

    private static final Set<String> CONSUMER = Set.of(
            "Stream",
            "StartingPosition",
            "BatchSize",
            "BisectBatchOnFunctionError",
            "MaximumRetryAttempts",
            "MaximumRecordAgeInSeconds",
            "FunctionResponseTypes",
            "DestinationConfig",
            "FilterCriteria");

    /// How fast and how parallel: a batch here is what is there, one after the other.
    private static final Set<String> IGNORED_OF_A_CONSUMER =
            Set.of("MaximumBatchingWindowInSeconds", "ParallelizationFactor");

    private final ResourceReader resources;
    private final Names names;
    private final RoleReader roles;
    private final List<Schedule> schedules = new ArrayList<>();
    private final Map<String, Role> scheduleRoles = new HashMap<>();
    private final List<StreamConsumer> consumers = new ArrayList<>();

    FunctionEvents(ResourceReader resources, Names names, RoleReader roles) {
        this.resources = resources;
        this.names = names;
        this.roles = roles;
    }

    /// In which they call their functions, by their names.
    Map<String, Role> scheduleRoles() {
        return scheduleRoles;
    }

    List<Schedule> schedules() {
        return schedules;
    }

    List<StreamConsumer> consumers() {
        return consumers;
    }

    /// @param function its name in the template
    void read(String function) {
        Section events = resources.events(function);
        for (String name : events.values().keySet()) {
            Section event = events.section(name);
            event.refuseAllBut(Set.of("Type", "Properties"), Set.of());
            switch (event.text("Type")) {
                case "ScheduleV2" -> schedules.add(schedule(function, name, event.section("Properties")));
                case "DynamoDB" -> consumers.add(consumer(function, name, event.section("Properties")));
                default ->
                    throw new Refusal(
                            event.place() + ".Type: one machine knows no events but ScheduleV2 and DynamoDB.");
            }
        }
    }

    private Schedule schedule(String function, String name, Section declared) {
        Section event = resources.properties(declared, SCHEDULE, IGNORED_OF_A_SCHEDULE);
        if (!event.sectionOrEmpty("FlexibleTimeWindow")
                .optionalText("Mode")
                .orElse("OFF")
                .equals("OFF")) {
            throw new Refusal(event.place() + ".FlexibleTimeWindow: one machine ticks on time or not at all.");
        }
        if (schedules.stream().anyMatch(other -> other.name().equals(name))) {
            throw new Refusal(event.place() + ": there is another schedule of the name " + name + ".");
        }
        event.optionalText("RoleArn")
                .ifPresent(arn -> scheduleRoles.put(name, roles.role(arn, Section.join(event.place(), "RoleArn"))));
        return new Schedule(
                name,
                names.scheduleArn(function + name),
                Rates.rate(event.text("ScheduleExpression"), event.place()),
                Rates.input(event.optionalText("Input").orElse("{}"), event.place()),
                Destinations.target(names.functionArn(function), event, names),
                !event.optionalText("State").orElse("ENABLED").equals("DISABLED"));
    }

    private StreamConsumer consumer(String function, String name, Section declared) {
        Section event = resources.properties(declared, CONSUMER, IGNORED_OF_A_CONSUMER);
        if (!event.text("StartingPosition").equals("TRIM_HORIZON")) {
            throw new Refusal(event.place() + ".StartingPosition: one machine reads a stream from TRIM_HORIZON on.");
        }
        return new StreamConsumer(
                function + "-" + name,
                names.of(function),
                names.functionArn(function) + ":live",
                table(event),
                event.number("BatchSize", USUAL_BATCH),
                filters(event.sectionOrEmpty("FilterCriteria")),
                failure(event));
    }

    private Failure failure(Section event) {
        List<String> responses = event.texts("FunctionResponseTypes");
        if (!Set.of("ReportBatchItemFailures").containsAll(responses)) {
            throw new Refusal(event.place() + ".FunctionResponseTypes: there is one, ReportBatchItemFailures.");
        }
        return new Failure(
                event.optionalText("BisectBatchOnFunctionError")
                        .map("true"::equals)
                        .orElse(false),
                !responses.isEmpty(),
                limit(event, "MaximumRetryAttempts"),
                limit(event, "MaximumRecordAgeInSeconds").map(Duration::ofSeconds),
                Destinations.onFailure(event, names));
    }

    private String table(Section event) {
        Matcher stream = STREAM.matcher(event.text("Stream"));
        if (!stream.matches() || !names.all("AWS::DynamoDB::Table").contains(stream.group(1))) {
            throw new Refusal(event.place() + ".Stream is no stream of a table of the template.");
        }
        return stream.group(1);
    }

    private static List<EventPattern> filters(Section criteria) {
        criteria.refuseAllBut(Set.of("Filters"), Set.of());
        return criteria.sections("Filters").stream()
                .map(filter -> new EventPattern(filter.text("Pattern")))
                .toList();
    }

    /// For Lambda, -1 is no limit, and so is nothing.
    private static Optional<Integer> limit(Section event, String key) {
        int limit = event.number(key, -1);
        return limit < 0 ? Optional.empty() : Optional.of(limit);
    }
}
