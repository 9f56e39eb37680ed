@org.jspecify.annotations.NullMarked
package cairn.timeline;
