/// The table's stream, pumped to the functions that consume it.
@NullMarked
package cairn.local.stream;

import org.jspecify.annotations.NullMarked;
