/// What nobody could take, kept with its reason.
@NullMarked
package cairn.local.deadletters;

import org.jspecify.annotations.NullMarked;
