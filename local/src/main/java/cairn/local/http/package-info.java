/// API Gateway's part: routes, events of payload 2.0, its own replies; and the endpoints of this machine under
/// `/local/`.
@NullMarked
package cairn.local.http;

import org.jspecify.annotations.NullMarked;
