package cairn.local.access;

import cairn.local.json.Json;
import cairn.local.template.Role;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Why AWS does not even look at a call. All of these come with status 400.
///
/// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/CommonErrors.html
///
/// @param type as SDKs know it
/// @param message for whoever reads the function's log: the action and the resource, nothing of a person
public record Fault(String type, String message) {
    /// Of every one of these.
    public static final int STATUS = 400;

    static final Fault UNKNOWN_OPERATION = new Fault("UnknownOperationException", "");
    static final Fault NO_JSON = new Fault("SerializationException", "The body is not a JSON object.");
    static final Fault UNSIGNED =
            new Fault("MissingAuthenticationTokenException", "Request is missing Authentication Token");
    static final Fault UNKNOWN_CALLER =
            new Fault("UnrecognizedClientException", "The security token included in the request is invalid.");

    static Fault denied(Role role, Call call, Permissions.Verdict verdict) {
        String why = verdict == Permissions.Verdict.DENIED
                ? "with an explicit deny in an identity-based policy"
                : "because no identity-based policy allows the " + call.action() + " action";
        return new Fault(
                "AccessDeniedException",
                role.name() + " is not authorized to perform: " + call.action() + " on resource: " + call.resource()
                        + " " + why);
    }

    /// As the reply's body.
    public ObjectNode json() {
        return Json.object().put("__type", "com.amazon.coral.service#" + type).put("message", message);
    }
}
