package cairn.local.access;

/// One action on one resource that a role's policy allows, as it is written there.
///
/// @param role its name in the template
/// @param action may have wildcards
/// @param resource an ARN, may have wildcards
public record Grant(String role, String action, String resource) implements Comparable<Grant> {
    @Override
    public int compareTo(Grant other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return role + " " + action + " " + resource;
    }
}
