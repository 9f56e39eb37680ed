/// The whole deployment on one machine, as template.yaml describes it.
@NullMarked
package cairn.local;

import org.jspecify.annotations.NullMarked;
