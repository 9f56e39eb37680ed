package cairn.local.template;

import cairn.local.life.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// A function as the template declares it, its globals merged in.
///
/// @param name its name for AWS
/// @param arn without an alias
/// @param handler the class Lambda calls
/// @param code the zip archive
/// @param memory in MB
/// @param timeout of one invocation
/// @param environment its variables, and no others
/// @param async what becomes of events it fails on
public record FunctionDefinition(
        String name,
        String arn,
        String handler,
        Path code,
        int memory,
        Duration timeout,
        Map<String, String> environment,
        AsyncSettings async) {
    static final Set<String> HONOURED = Set.of(
            "Handler",
            "CodeUri",
            "MemorySize",
            "Timeout",
            "Environment",
            "EventInvokeConfig",
            "FunctionName",
            "Runtime");

    /// Events and the role are read elsewhere ([FunctionEvents], [RoleReader]). Where its logs go, how it is rolled
    /// out: questions that one machine does not have.
    static final Set<String> IGNORED = Set.of(
            "Architectures",
            "AutoPublishAlias",
            "AutoPublishAliasAllProperties",
            "AutoPublishCodeSha256",
            "DeploymentPreference",
            "Description",
            "Events",
            "LoggingConfig",
            "PermissionsBoundary",
            "Policies",
            "ProvisionedConcurrencyConfig",
            "ReservedConcurrentExecutions",
            "Role",
            "RolePath",
            "SnapStart",
            "Tags",
            "Tracing",
            "VersionDescription");

    /// Copies what it is given.
    public FunctionDefinition {
        environment = Map.copyOf(environment);
    }

    /// @throws Refusal if there is no archive to run
    public void refuseUnbuilt() {
        if (!Files.isRegularFile(code)) {
            throw new Refusal("There is no " + code + " yet: build the functions first, with mvn package.");
        }
    }

    static FunctionDefinition of(Section properties, String name, Names names, Path root) {
        var environment = new LinkedHashMap<String, String>();
        Section variables = properties.sectionOrEmpty("Environment").sectionOrEmpty("Variables");
        variables.values().keySet().forEach(key -> environment.put(key, variables.text(key)));
        return new FunctionDefinition(
                names.of(name),
                names.functionArn(name),
                properties.text("Handler"),
                root.resolve(properties.text("CodeUri")),
                properties.number("MemorySize", 128),
                Duration.ofSeconds(properties.number("Timeout", 3)),
                environment,
                AsyncSettings.of(properties.sectionOrEmpty("EventInvokeConfig"), names));
    }
}
