package cairn.local.access;

import cairn.local.life.Refusal;
import cairn.local.store.AwsAccess;
import cairn.local.template.Arns;
import cairn.local.template.Deployment;
import java.net.URI;
import java.util.Set;

/// The roles of a deployment at work: the keys by which functions are known, the gate that their calls pass, and which
/// grants were needed so far.
public final class AccessControl {
    private final Permissions permissions;
    private final FunctionKeys keys;
    private final Gate gate;
    private final Arns arns;

    /// @throws Refusal if a role is not enough for what a service has to do in it
    public AccessControl(Deployment deployment, Arns arns) {
        this.permissions = new Permissions(deployment.roles().all());
        this.keys = new FunctionKeys(deployment.roles().ofFunctions());
        this.gate = new Gate(keys, permissions);
        this.arns = arns;
        new DeployCheck(deployment, permissions, arns).refuseRolesThatAreNotEnough();
    }

    /// What functions' calls pass.
    public Gate gate() {
        return gate;
    }

    /// How a function reaches the table.
    ///
    /// @param dynamoDb where the table answers functions
    public AwsAccess accessOf(String function, URI dynamoDb) {
        return keys.accessOf(function, dynamoDb, arns.region());
    }

    /// What the roles allow and nothing has needed so far.
    public Set<Grant> unused() {
        Set<Grant> unused = permissions.granted();
        unused.removeAll(permissions.used());
        return unused;
    }
}
