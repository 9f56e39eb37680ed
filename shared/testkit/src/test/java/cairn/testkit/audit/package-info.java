/// Books of its own about many lives, held against what the rules make of them.
@org.jspecify.annotations.NullMarked
package cairn.testkit.audit;
