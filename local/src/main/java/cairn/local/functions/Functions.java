package cairn.local.functions;

import cairn.local.life.DataFolder;
import cairn.local.store.AwsAccess;
import cairn.local.template.FunctionDefinition;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// All functions of the deployment, each started when it is first invoked.
public final class Functions implements Invocations, AutoCloseable {
    private final Map<String, FunctionPool> pools = new HashMap<>();

    /// @param access how each function, by its name, reaches the table
    /// @param bus where `PutEvents` goes
    /// @param data gets the unpacked code
    public Functions(List<FunctionDefinition> functions, Function<String, AwsAccess> access, URI bus, DataFolder data) {
        Path folder = data.emptied("functions");
        Path launcher = LauncherClasses.copiedTo(folder.resolve("launcher"));
        for (FunctionDefinition function : functions) {
            var code = new FunctionCode(function.code(), folder.resolve(function.name()));
            var command = new ProcessCommand(launcher, access.apply(function.name()), bus);
            pools.put(function.name(), new FunctionPool(function, code, command));
        }
    }

    /// Runs a function, however long that takes within its own timeout.
    ///
    /// @param name a function's name for AWS
    /// @param event JSON
    /// @param taken done when a process has begun with it
    public Outcome invoke(String name, String event, CompletableFuture<Void> taken) throws InterruptedException {
        FunctionPool pool = pools.get(name);
        return pool == null ? new Outcome.Undelivered("there is no function " + name) : pool.invoke(event, taken);
    }

    @Override
    public Outcome invoke(String name, String event) throws InterruptedException {
        return invoke(name, event, new CompletableFuture<>());
    }

    @Override
    public void close() {
        pools.values().forEach(FunctionPool::close);
    }
}
