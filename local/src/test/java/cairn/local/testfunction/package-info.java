/// A function as an archive would bring it; it knows the Lambda interface alone.
@NullMarked
package cairn.local.testfunction;

import org.jspecify.annotations.NullMarked;
