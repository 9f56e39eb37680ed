/// Who may do what: each function acts in its role, and what the role does not allow is refused as AWS refuses it.
@NullMarked
package cairn.local.access;

import org.jspecify.annotations.NullMarked;
