/// Runs inside a function's process: knows the JDK and the Lambda interface, and nothing else of this project.
@NullMarked
package cairn.local.runtime;

import org.jspecify.annotations.NullMarked;
