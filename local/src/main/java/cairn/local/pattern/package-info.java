/// Event patterns, matched as EventBridge matches them.
@NullMarked
package cairn.local.pattern;

import org.jspecify.annotations.NullMarked;
