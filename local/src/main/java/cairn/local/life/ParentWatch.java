package cairn.local.life;

/// Ends this process when the one that started it ends: a killed Maven would leave it running, with its port and its
/// lock.
public final class ParentWatch {
    private ParentWatch() {}

    /// Watches from now on; the process then exits with 0, its shutdown hooks run.
    public static void exitWithParent() {
        ProcessHandle.current()
                .parent()
                .ifPresent(parent -> Thread.ofPlatform()
                        .daemon()
                        .name("parent-watch")
                        .start(() -> {
                            parent.onExit().join();
                            System.exit(0);
                        }));
    }
}
