package cairn.local.template;

import cairn.local.life.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads `AWS::IAM::Role`, of the roles that functions and schedules act in.
///
/// What would change the answer to "may it?" and is not understood here (conditions, `NotAction`, managed policies)
/// is refused by name and place, so that nothing is allowed or denied by accident.
final class RoleReader {
    private static final String ROLE = "AWS::IAM::Role";

    /// Who may act in the role, and what it is called.
    private static final Set<String> IGNORED =
            Set.of("AssumeRolePolicyDocument", "Description", "MaxSessionDuration", "Path", "RoleName", "Tags");

    private final ResourceReader resources;
    private final Map<String, String> namesByArn = new HashMap<>();
    private final Map<String, Role> read = new HashMap<>();

    RoleReader(ResourceReader resources, Names names) {
        this.resources = resources;
        resources.ofType(ROLE).forEach(name -> namesByArn.put(names.roleArn(name), name));
    }

    /// @param function its name in the template
    Role ofFunction(String function) {
        Section properties = resources.part(function, "Function", Set.of("Role", "Policies", "PermissionsBoundary"));
        properties.refuseAllBut(Set.of("Role"), Set.of());
        return role(properties.text("Role"), properties.place());
    }

    /// @param arn as something in the template refers to it
    Role role(String arn, String place) {
        String name = namesByArn.get(arn);
        if (name == null) {
            throw new Refusal(place + " acts in the role " + arn + ", which the template does not declare.");
        }
        return read.computeIfAbsent(name, this::declared);
    }

    private Role declared(String name) {
        Section role = resources.properties(name, "Role", Set.of("Policies"), IGNORED);
        var statements = new ArrayList<Role.Statement>();
        for (Section policy : role.sections("Policies")) {
            policy.refuseAllBut(Set.of("PolicyName", "PolicyDocument"), Set.of());
            Section document = policy.section("PolicyDocument");
            document.refuseAllBut(Set.of("Version", "Statement"), Set.of());
            document.sections("Statement").forEach(statement -> statements.add(statement(statement)));
        }
        return new Role(name, statements);
    }

    private static Role.Statement statement(Section declared) {
        declared.refuseAllBut(Set.of("Sid", "Effect", "Action", "Resource"), Set.of());
        String effect = declared.text("Effect");
        if (!effect.equals("Allow") && !effect.equals("Deny")) {
            throw new Refusal(declared.place() + ".Effect: there are Allow and Deny.");
        }
        return new Role.Statement(effect.equals("Allow"), some(declared, "Action"), some(declared, "Resource"));
    }

    /// A single text is a list of one, as everywhere in IAM's policies.
    private static List<String> some(Section statement, String key) {
        List<String> texts = statement.value(key).filter(List.class::isInstance).isPresent()
                ? statement.texts(key)
                : List.of(statement.text(key));
        if (texts.isEmpty()) {
            throw new Refusal(statement.place() + "." + key + " is empty in the template.");
        }
        return texts;
    }
}
