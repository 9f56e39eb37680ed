package cairn.local.template;

import cairn.local.life.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What the template declares, as far as one machine has it.
///
/// @param functions all of them
/// @param tables all of them
/// @param api the HTTP API
public record Deployment(List<FunctionDefinition> functions, List<TableDefinition> tables, Api api) {
    /// Copies what it is given.
    public Deployment {
        functions = List.copyOf(functions);
        tables = List.copyOf(tables);
    }

    /// Reads `template.yaml`.
    ///
    /// @param root the folder that has it, and in which the template's relative paths begin
    /// @param local values that depend on this machine
    /// @throws Refusal for anything in it that can neither be honoured nor safely ignored, naming it and its place
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
        private final Section resources;
        private final Section globals;
        private final References references;
        private final Intrinsics intrinsics;
        private final Path root;

        Reader(Section template, LocalValues local, Path root) {
            this.resources = template.section("Resources");
            this.globals = template.sectionOrEmpty("Globals");
            this.references = new References(template, local);
            this.intrinsics = new Intrinsics(template, references, new Secrets(template, local));
            this.root = root;
        }

        Deployment deployment() {
            var functions = new ArrayList<FunctionDefinition>();
            for (String name : ofType("AWS::Serverless::Function")) {
                functions.add(FunctionDefinition.of(
                        properties(name, "Function", FunctionDefinition.HONOURED, FunctionDefinition.IGNORED),
                        references.functionName(name),
                        references.functionArn(name),
                        root));
            }
            var tables = new ArrayList<TableDefinition>();
            for (String name : ofType("AWS::DynamoDB::Table")) {
                tables.add(TableDefinition.of(
                        properties(name, "Table", TableDefinition.HONOURED, TableDefinition.IGNORED),
                        references.tableName(name)));
            }
            List<String> apis = ofType("AWS::Serverless::HttpApi");
            if (apis.size() != 1) {
                throw new Refusal("The template is to have one AWS::Serverless::HttpApi; it has " + apis + ".");
            }
            return new Deployment(
                    functions,
                    tables,
                    new ApiReader(properties(apis.getFirst(), "HttpApi", ApiReader.HONOURED, ApiReader.IGNORED)).api());
        }

        private List<String> ofType(String type) {
            return resources.values().keySet().stream()
                    .filter(name -> resources.section(name).text("Type").equals(type))
                    .filter(name -> resources
                            .section(name)
                            .optionalText("Condition")
                            .map(condition -> intrinsics.holds(condition, Section.join("Resources", name)))
                            .orElse(true))
                    .toList();
        }

        private Section properties(String name, String kind, Set<String> honoured, Set<String> ignored) {
            Section own = resources.section(name).section("Properties");
            return intrinsics.resolve(
                    Globals.merged(globals.sectionOrEmpty(kind), own).honoured(honoured, ignored));
        }
    }
}
