/// What tests of the other modules share: a ledger in memory, the contract every ledger keeps, sample
/// programs and sample events.
@org.jspecify.annotations.NullMarked
package cairn.testkit;
