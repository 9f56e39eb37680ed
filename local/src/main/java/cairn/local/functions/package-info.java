/// Functions in processes of their own, fed through the Lambda Runtime API.
@NullMarked
package cairn.local.functions;

import org.jspecify.annotations.NullMarked;
