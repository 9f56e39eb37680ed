/// What an operator runs by hand.
@org.jspecify.annotations.NullMarked
package cairn.commands;
