@org.jspecify.annotations.NullMarked
package cairn.functions.sweep;
