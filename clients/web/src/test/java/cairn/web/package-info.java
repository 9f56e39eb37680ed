/// The card and its client as they are served.
@NullMarked
package cairn.web;

import org.jspecify.annotations.NullMarked;
