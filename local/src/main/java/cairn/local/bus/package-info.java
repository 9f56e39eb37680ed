/// The event bus: events in, rules, targets.
@NullMarked
package cairn.local.bus;

import org.jspecify.annotations.NullMarked;
