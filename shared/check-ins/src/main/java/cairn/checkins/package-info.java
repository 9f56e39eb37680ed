@org.jspecify.annotations.NullMarked
package cairn.checkins;
