package cairn.local.access;

/// Something that a role has to allow.
///
/// @param action in IAM's words: `dynamodb:Query`
/// @param resource its ARN; `*` where an action knows none
public record Call(String action, String resource) {}
