package cairn.local.template;

import cairn.local.life.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the template declares, as far as one machine has it.
///
/// @param functions all of them
/// @param tables all of them
/// @param api the HTTP API
/// @param bus the event bus, if it has one
/// @param schedules of all functions
/// @param consumers of the tables' streams
/// @param roles of functions and schedules
public record Deployment(
        List<FunctionDefinition> functions,
        List<TableDefinition> tables,
        Api api,
        Optional<Bus> bus,
        List<Schedule> schedules,
        List<StreamConsumer> consumers,
        Roles roles) {
    /// Copies what it is given.
    public Deployment {
        functions = List.copyOf(functions);
        tables = List.copyOf(tables);
        schedules = List.copyOf(schedules);
        consumers = List.copyOf(consumers);
    }

    /// Reads `template.yaml`.
    ///
    /// @param root the folder that has it, and in which the template's relative paths begin
    /// @param local values that depend on this machine
    /// @throws Refusal for anything in it that can neither be honoured nor safely ignored, naming it and its
    ///     place
    public static Deployment read(Path root, LocalValues local) {
        Path file = root.resolve("template.yaml");
        try {
            return new Reader(CloudFormationYaml.read(Files.readString(file)), local, root).deployment();
        } catch (IOException e) {
            throw new Refusal(
                    "There is no readable " + file.toAbsolutePath() + ": run this from the project's root.", e);
        }
    }

    private static final class Reader {
        private final ResourceReader resources;
        private final Names names;
        private final Path root;

        Reader(Section template, LocalValues local, Path root) {
            var intrinsics = new Intrinsics(template, local);
            this.resources = new ResourceReader(template, intrinsics);
            this.names = intrinsics.names();
            this.root = root;
        }

        Deployment deployment() {
            var functions = new ArrayList<FunctionDefinition>();
            var roles = new RoleReader(resources, names);
            var functionRoles = new HashMap<String, Role>();
            var events = new FunctionEvents(resources, names, roles);
            for (String name : resources.ofType("AWS::Serverless::Function")) {
                Section properties =
                        resources.properties(name, "Function", FunctionDefinition.HONOURED, FunctionDefinition.IGNORED);
                functions.add(FunctionDefinition.of(properties, name, names, root));
                functionRoles.put(names.of(name), roles.ofFunction(name));
                events.read(name);
            }
            resources.ofType("AWS::SQS::Queue").forEach(this::checkQueue);
            return new Deployment(
                    functions,
                    tables(),
                    api(),
                    new BusReader(resources, names).bus(),
                    events.schedules(),
                    events.consumers(),
                    new Roles(functionRoles, events.scheduleRoles()));
        }

        private List<TableDefinition> tables() {
            return resources.ofType("AWS::DynamoDB::Table").stream()
                    .map(name -> TableDefinition.of(
                            resources.properties(name, "Table", TableDefinition.HONOURED, TableDefinition.IGNORED),
                            names.of(name)))
                    .toList();
        }

        private Api api() {
            List<String> apis = resources.ofType("AWS::Serverless::HttpApi");
            if (apis.size() != 1) {
                throw new Refusal("The template is to have one AWS::Serverless::HttpApi; it has " + apis + ".");
            }
            return new ApiReader(
                            resources.properties(apis.getFirst(), "HttpApi", ApiReader.HONOURED, ApiReader.IGNORED))
                    .api();
        }

        /// A queue of dead letters has no reader here, so how it would be read does not matter.
        private void checkQueue(String name) {
            resources.properties(
                    name,
                    "Queue",
                    Set.of("QueueName"),
                    Set.of(
                            "KmsDataKeyReusePeriodSeconds",
                            "KmsMasterKeyId",
                            "MessageRetentionPeriod",
                            "SqsManagedSseEnabled",
                            "Tags",
                            "VisibilityTimeout"));
        }
    }
}
