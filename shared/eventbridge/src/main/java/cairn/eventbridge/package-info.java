/// What happened here, told to the bus (docs: design, section 5).
@org.jspecify.annotations.NullMarked
package cairn.eventbridge;
