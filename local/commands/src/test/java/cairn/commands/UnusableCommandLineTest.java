package cairn.commands;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.commands.Bench.Run;
import cairn.dynamodblocal.DynamoDbLocal;
import cairn.testkit.table.RealTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A command line, a file or an environment with which nothing can be begun ends in one clear line and exit code
/// 2, and nothing is printed as a result.
class UnusableCommandLineTest {
    private static final Path ROOT = Path.of(System.getProperty("project.root"));

    @AutoClose
    private static final DynamoDbLocal ENGINE = DynamoDbLocal.inMemory();

    private static final RealTable TABLE = RealTable.on(ENGINE.endpoint());

    @TempDir
    private Path folder;

    private final Bench bench = new Bench();

    @BeforeEach
    void files() throws IOException {
        String skin = Files.readString(ROOT.resolve("programs/skin.json"));
        write("skin.json", skin);
        write("narrow.json", skin.replace("\"free\"", "\"basic\""));
        write("people.jsonl", "{\"type\":\"member\",\"memberId\":\"kim\",\"timeZone\":\"Europe/Berlin\"}\n");
        Files.write(folder.resolve("latin1.json"), "{\"é\":1}".getBytes(StandardCharsets.ISO_8859_1));
        Files.createDirectory(folder.resolve("empty"));
        Files.createDirectory(folder.resolve("odd"));
        Files.copy(folder.resolve("latin1.json"), folder.resolve("odd/latin1.json"));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            # no command, an unknown one, an unknown option
                                                                                      | Missing required subcommand
            improt                                                                    | Unmatched argument
            import people.jsonl --table t-1 --dry                                     | Unknown option: '--dry'
            # compare: what is missing
            compare                                                                   | Missing required parameters
            compare skin.json skin.json                                               | Missing required parameter: 'FILE.jsonl'
            # compare: days
            compare skin.json skin.json people.jsonl --from +999999999-12-31          | '--from': it must be a day such as 2026-03-24
            compare skin.json skin.json people.jsonl --to -999999999-01-01            | '--to': it must be a day such as 2026-03-24
            compare skin.json skin.json people.jsonl --from 1999-12-31                | '--from': it must be a day such as 2026-03-24
            compare skin.json skin.json people.jsonl --to 2200-01-01                  | '--to': it must be a day such as 2026-03-24
            compare skin.json skin.json people.jsonl --from 2026-02-30                | '--from': it must be a day such as 2026-03-24
            compare skin.json skin.json people.jsonl --from today                     | '--from': it must be a day such as 2026-03-24
            compare skin.json skin.json people.jsonl --from                           | Missing required parameter for option '--from'
            compare skin.json skin.json people.jsonl --from 2026-01-01 --to 2025-12-31 | --to must be 0 to 3660 days after --from
            compare skin.json skin.json people.jsonl --from 2026-01-01 --to 2199-12-31 | --to must be 0 to 3660 days after --from
            compare skin.json skin.json people.jsonl --from 2026-01-01 --from 2026-01-02 | option '--from'
            # compare: plans and files
            compare skin.json skin.json people.jsonl --plan gold                      | --plan must be known to both definitions: gold is none of [free, paused, pro]
            compare skin.json narrow.json people.jsonl --program skin                 | --plan must be known to both definitions: free is none of [basic, paused, pro]
            compare none.json skin.json people.jsonl                                  | none.json: no such file
            compare skin.json none.json people.jsonl                                  | none.json: no such file
            compare skin.json empty people.jsonl                                      | empty: is a directory
            compare skin.json latin1.json people.jsonl --program skin                 | latin1.json is not UTF-8
            compare skin.json skin.json none.jsonl                                    | none.jsonl: no such file
            compare skin.json skin.json empty                                         | empty: is a directory
            # import
            import                                                                    | Missing required
            import people.jsonl                                                       | Missing required option: '--table
            import none.jsonl --table t-1 --program-dir PROGRAMS                      | none.jsonl: no such file
            import empty --table t-1 --program-dir PROGRAMS                           | empty: is a directory
            import people.jsonl --table t-1 --program-dir none                        | none: no such file
            import people.jsonl --table t-1 --program-dir skin.json                   | skin.json: not a directory
            import people.jsonl --table t-1 --program-dir empty                       | cannot be used: there is none
            import people.jsonl --table t-1 --program-dir odd                         | latin1.json is not UTF-8
            import people.jsonl --table t-1 --program-dir PROGRAMS --default-plan gold | /plans does not say what gold gets
            import people.jsonl --table t-1 --program-dir PROGRAMS --at-once 0        | --at-once must be 1 to 64
            import people.jsonl --table t-1 --program-dir PROGRAMS --at-once -3       | --at-once must be 1 to 64
            import people.jsonl --table t-1 --program-dir PROGRAMS --at-once 65       | --at-once must be 1 to 64
            import people.jsonl --table t-1 --program-dir PROGRAMS --at-once many     | '--at-once'
            import people.jsonl --table t --program-dir PROGRAMS                      | --table is not the name of a table
            import people.jsonl --table a#b --program-dir PROGRAMS                    | --table is not the name of a table
            import people.jsonl --table t-1 --program-dir PROGRAMS --data none        | there is no data of a local deployment in
            import people.jsonl --table t-1 --program-dir PROGRAMS --data people.jsonl | there is no data of a local deployment in
            """)
    void endsInOneLineAndCodeTwo(@Nullable String commandLine, String said) {
        Run run = bench.runs(arguments(commandLine == null ? "" : commandLine));

        assertThat(run.err()).contains(said).hasLineCount(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(2);
    }

    private String[] arguments(String commandLine) {
        List<String> arguments = new ArrayList<>();
        for (String word : commandLine.split(" ", 0)) {
            boolean isFile = word.endsWith(".json")
                    || word.endsWith(".jsonl")
                    || List.of("empty", "none", "odd").contains(word);
            if (!word.isEmpty()) {
                arguments.add(
                        isFile
                                ? folder.resolve(word).toString()
                                : word.replace(
                                        "PROGRAMS", ROOT.resolve("programs").toString()));
            }
        }
        return arguments.toArray(String[]::new);
    }

    @Test
    void aTableThatDoesNotExistIsSaidToBeUnusable() throws Exception {
        Run run = process(environment(), "none-such");
        assertThat(run.err()).contains("the table none-such cannot be used").hasLineCount(1);
        assertThat(run.code()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            AWS_REGION                    |             | no AWS region is set: set AWS_REGION
            AWS_ACCESS_KEY_ID             |             | no AWS credentials were found: set AWS_PROFILE
            AWS_ENDPOINT_URL_DYNAMODB     | not an URL  | the AWS environment cannot be used
            """)
    void whatTheEnvironmentDoesNotSayIsSaid(String variable, @Nullable String value, String said) throws Exception {
        Map<String, String> environment = environment();
        if (value == null) {
            environment.remove(variable);
        } else {
            environment.put(variable, value);
        }

        Run run = process(environment, TABLE.name());

        assertThat(run.err()).contains(said).hasLineCount(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void withAllThatItNeedsTheSameLineIsSound() throws Exception {
        Run run = process(environment(), TABLE.name());
        assertThat(run.out()).contains("This was a dry run: nothing was written.");
        assertThat(run.code()).isZero();
    }

    @Test
    void anEndpointWhereNothingListensIsAStoreThatIsAway() throws Exception {
        Map<String, String> environment = environment();
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:9");
        Run run = process(environment, TABLE.name());
        assertThat(run.err()).startsWith("DynamoDB did not answer: ").hasLineCount(2);
        assertThat(run.code()).isEqualTo(3);
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("AWS_REGION", "eu-central-1");
        environment.put("AWS_ACCESS_KEY_ID", "any");
        environment.put("AWS_SECRET_ACCESS_KEY", "any");
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", ENGINE.endpoint().toString());
        return environment;
    }

    /// A dry run of an import in a process of its own, with this environment and no file in the home folder.
    private Run process(Map<String, String> environment, String table) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.home=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "import",
                        folder.resolve("people.jsonl").toString(),
                        "--table",
                        table,
                        "--program-dir",
                        ROOT.resolve("programs").toString(),
                        "--dry-run")
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("the command did not end");
        }
        return new Run(process.exitValue(), Files.readString(out), Bench.withoutProgress(Files.readString(err)));
    }
}
