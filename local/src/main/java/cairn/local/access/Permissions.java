package cairn.local.access;

import cairn.local.template.Role;
import cairn.local.template.Role.Statement;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/// What the roles' policies come to: a denial is stronger than any permission, and what nothing allows is denied.
///
/// It remembers which grants were needed, so that those which nothing needs can be found.
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
public final class Permissions {
    private final Set<Grant> granted = new TreeSet<>();
    private final Set<Grant> used = new ConcurrentSkipListSet<>();

    /// Roles do not change while the deployment runs, and functions ask for the same few things.
    private final Map<Question, Answer> answers = new ConcurrentHashMap<>();

    private record Question(Role role, Call call) {}

    private record Answer(Verdict verdict, Set<Grant> by) {}

    /// What the policies say to a call.
    enum Verdict {
        ALLOWED,
        NOT_ALLOWED,
        DENIED
    }

    /// @param roles all of the deployment
    public Permissions(Collection<Role> roles) {
        for (Role role : roles) {
            role.statements().stream()
                    .filter(Statement::allows)
                    .forEach(statement -> granted.addAll(grants(role, statement)));
        }
    }

    /// Everything that the policies allow.
    public Set<Grant> granted() {
        return new TreeSet<>(granted);
    }

    /// What of it allowed something so far.
    public Set<Grant> used() {
        return new TreeSet<>(used);
    }

    Verdict verdict(Role role, Call call) {
        Answer answer = answers.computeIfAbsent(new Question(role, call), Permissions::answer);
        used.addAll(answer.by());
        return answer.verdict();
    }

    private static Answer answer(Question question) {
        Role role = question.role();
        Set<Grant> allowing = new TreeSet<>();
        for (Statement statement : role.statements()) {
            Set<Grant> matching = grants(role, statement);
            matching.removeIf(grant -> !covers(grant, question.call()));
            if (!statement.allows() && !matching.isEmpty()) {
                return new Answer(Verdict.DENIED, Set.of());
            }
            allowing.addAll(matching);
        }
        return new Answer(allowing.isEmpty() ? Verdict.NOT_ALLOWED : Verdict.ALLOWED, allowing);
    }

    private static boolean covers(Grant grant, Call call) {
        return Wildcards.matchAction(grant.action(), call.action())
                && Wildcards.matchResource(grant.resource(), call.resource());
    }

    private static Set<Grant> grants(Role role, Statement statement) {
        Set<Grant> grants = new TreeSet<>();
        for (String action : statement.actions()) {
            statement.resources().forEach(resource -> grants.add(new Grant(role.name(), action, resource)));
        }
        return grants;
    }
}
