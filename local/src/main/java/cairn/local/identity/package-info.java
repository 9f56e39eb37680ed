/// A token issuer, and API Gateway's JWT authorizer.
@NullMarked
package cairn.local.identity;

import org.jspecify.annotations.NullMarked;
