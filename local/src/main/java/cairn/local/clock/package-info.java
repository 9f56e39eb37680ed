/// The deployment's clock.
@NullMarked
package cairn.local.clock;

import org.jspecify.annotations.NullMarked;
