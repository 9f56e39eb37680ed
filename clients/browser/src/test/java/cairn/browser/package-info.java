/// The card as people meet it: in a browser, on pages of the running deployment.
@NullMarked
package cairn.browser;

import org.jspecify.annotations.NullMarked;
