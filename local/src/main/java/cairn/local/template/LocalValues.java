package cairn.local.template;

import cairn.local.life.DataFolder;
import java.util.Map;

/// What a deployment gets from its surroundings, on this machine.
///
/// @param region where it claims to be
/// @param parameters values for the template's parameters, before their defaults
/// @param data where generated secrets are kept
public record LocalValues(String region, Map<String, String> parameters, DataFolder data) {
    static final String ACCOUNT = "000000000000";
    static final String STACK = "cairn";

    /// Copies what it is given.
    public LocalValues {
        parameters = Map.copyOf(parameters);
    }

    String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + region + ":" + ACCOUNT + ":" + resource;
    }
}
