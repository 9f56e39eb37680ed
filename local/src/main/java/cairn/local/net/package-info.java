/// Listening, on loopback and nowhere else.
@NullMarked
package cairn.local.net;

import org.jspecify.annotations.NullMarked;
