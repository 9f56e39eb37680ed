package cairn.local.access;

import cairn.local.template.Role;
import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.Optional;

/// Stands before the table and the bus, and lets through what the caller's role allows.
public final class Gate {
    private final FunctionKeys keys;
    private final Permissions permissions;

    /// @param keys by which functions are known
    /// @param permissions of their roles
    public Gate(FunctionKeys keys, Permissions permissions) {
        this.keys = keys;
        this.permissions = permissions;
    }

    /// @param headers of the request, in which the caller says who it is
    /// @param calls that the request is made of
    /// @return why it is refused, if it is
    public Optional<Fault> fault(Headers headers, List<Call> calls) {
        String authorization = headers.getFirst("Authorization");
        if (authorization == null) {
            return Optional.of(Fault.UNSIGNED);
        }
        Optional<Role> role = keys.caller(authorization);
        if (role.isEmpty()) {
            return Optional.of(Fault.UNKNOWN_CALLER);
        }
        Optional<Fault> fault = denied(role.get(), calls);
        // The function itself may say no more than that something did not work.
        fault.ifPresent(denied -> System.err.println("Access denied: " + denied.message()));
        return fault;
    }

    private Optional<Fault> denied(Role role, List<Call> calls) {
        for (Call call : calls) {
            Permissions.Verdict verdict = permissions.verdict(role, call);
            if (verdict != Permissions.Verdict.ALLOWED) {
                return Optional.of(Fault.denied(role, call, verdict));
            }
        }
        return Optional.empty();
    }
}
