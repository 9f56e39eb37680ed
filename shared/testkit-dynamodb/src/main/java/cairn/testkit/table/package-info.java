/// A table as template.yaml has it, on a local engine, and what is done to those who use it.
@org.jspecify.annotations.NullMarked
package cairn.testkit.table;
