package cairn.local.functions;

import cairn.local.runtime.Launcher;
import cairn.local.store.AwsAccess;
import cairn.local.template.FunctionDefinition;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How a function's process is started: Lambda's class path and flags, and exactly Lambda's environment.
///
/// @param launcher a folder with the launcher's classes and nothing else of this project
/// @param access the function's own, goes into the environment
/// @param bus goes into the environment
record ProcessCommand(Path launcher, AwsAccess access, URI bus) {
    /// On Lambda the rest of the memory is the JVM's own.
    private static final int HEAP_PERCENT = 85;

    List<String> arguments(FunctionDefinition function, Path code) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + function.memory() * HEAP_PERCENT / 100 + "m",
                // Lambda's own flags: the shortest way to the first reply.
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                // Whether or not the machine has the locale that Lambda has.
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                String.join(File.pathSeparator, code.toString(), code.resolve("lib") + "/*", launcher.toString()),
                Launcher.class.getName());
    }

    /// https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
    Map<String, String> environment(FunctionDefinition function, Path code, String runtimeApi) {
        var variables = new HashMap<>(function.environment());
        variables.putAll(access.variables());
        variables.put("AWS_ENDPOINT_URL_EVENTBRIDGE", bus.toString());
        variables.putAll(Map.of(
                "_HANDLER",
                function.handler(),
                "AWS_EXECUTION_ENV",
                "AWS_Lambda_java" + Runtime.version().feature(),
                "AWS_LAMBDA_FUNCTION_NAME",
                function.name(),
                "AWS_LAMBDA_FUNCTION_VERSION",
                "1",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                Integer.toString(function.memory()),
                "AWS_LAMBDA_INITIALIZATION_TYPE",
                "on-demand",
                "AWS_LAMBDA_LOG_GROUP_NAME",
                "/aws/lambda/" + function.name(),
                "AWS_LAMBDA_LOG_STREAM_NAME",
                "local",
                "AWS_LAMBDA_RUNTIME_API",
                runtimeApi));
        variables.putAll(Map.of("LAMBDA_TASK_ROOT", code.toString(), "LANG", "en_US.UTF-8", "TZ", ":UTC"));
        return variables;
    }
}
