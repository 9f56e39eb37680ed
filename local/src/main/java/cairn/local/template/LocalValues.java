package cairn.local.template;

import cairn.local.life.DataFolder;
import java.util.Map;

/// What a deployment gets from its surroundings, on this machine.
///
/// @param region where it claims to be
/// @param parameters values for the template's parameters, before their defaults
/// @param data where generated secrets are kept
public record LocalValues(String region, Map<String, String> parameters, DataFolder data) {
    static final String STACK = "cairn";

    /// Copies what it is given.
    public LocalValues {
        parameters = Map.copyOf(parameters);
    }

    /// What the deployment's resources are called.
    public Arns arns() {
        return new Arns(region);
    }

    String arn(String service, String resource) {
        return arns().of(service, resource);
    }
}
