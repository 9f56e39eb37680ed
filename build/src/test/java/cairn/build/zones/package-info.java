/// Compares the JDK's time zone rules with those of the system's `tzdata` package. A program of `.ci/run`; no test
/// reads
/// the files of the machine.
@NullMarked
package cairn.build.zones;

import org.jspecify.annotations.NullMarked;
