/// JSON as trees, read strictly.
@NullMarked
package cairn.local.json;

import org.jspecify.annotations.NullMarked;
