/// When it may run and when it ends: the data folder and its lock, the parent process, what is open.
@NullMarked
package cairn.local.life;

import org.jspecify.annotations.NullMarked;
