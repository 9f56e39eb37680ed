/// Ticks of the template's schedules.
@NullMarked
package cairn.local.schedule;

import org.jspecify.annotations.NullMarked;
