package cairn.local.functions;

/// Calls functions and waits: the real ones in their processes, or a test's own.
@FunctionalInterface
public interface Invocations {
    /// Runs a function, however long that takes within its own timeout.
    ///
    /// @param name a function's name for AWS
    /// @param event JSON
    /// @throws InterruptedException if this deployment ends meanwhile; what the function did is not known
    ///     then
    Outcome invoke(String name, String event) throws InterruptedException;
}
