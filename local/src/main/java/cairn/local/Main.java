package cairn.local;

import cairn.local.life.ParentWatch;
import cairn.local.life.Refusal;
import java.nio.file.Path;
import java.util.List;

/// Runs the deployment of the current folder's template.yaml until it is ended.
public final class Main {
    private Main() {}

    /// Exits with 1, and one message, if it cannot be started as things are.
    public static void main(String[] arguments) {
        ParentWatch.exitWithParent();
        try {
            var settings = Settings.from(
                    System.getenv(), List.of(arguments), Path.of("").toAbsolutePath());
            var deployment = LocalDeployment.start(settings);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(deployment::close));
            System.out.println(deployment.welcome(settings.inMemory()));
        } catch (Refusal e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
