/// The real template and the built functions, from outside.
@org.jspecify.annotations.NullMarked
package cairn.local.whole;
