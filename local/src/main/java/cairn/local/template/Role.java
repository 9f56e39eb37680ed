package cairn.local.template;

import java.util.List;

/// An `AWS::IAM::Role`: what its policies say.
///
/// @param name in the template
/// @param statements of all its policies
public record Role(String name, List<Statement> statements) {
    /// Copies what it is given.
    public Role {
        statements = List.copyOf(statements);
    }

    /// A statement about each of its actions on each of its resources. `*` and `?` in them are wildcards.
    ///
    /// @param allows or else it denies
    /// @param actions `dynamodb:GetItem`
    /// @param resources ARNs
    public record Statement(boolean allows, List<String> actions, List<String> resources) {
        /// Copies what it is given.
        public Statement {
            actions = List.copyOf(actions);
            resources = List.copyOf(resources);
        }
    }
}
