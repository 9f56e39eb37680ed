/// Lambda's asynchronous invocation: retried, and at its end a record of why it failed.
@NullMarked
package cairn.local.async;

import org.jspecify.annotations.NullMarked;
