package cairn.testkit;

/// What every ledger keeps. A store's test extends this and says, in [#ledger], what is to be tested; the
/// tests make members of their own, so they can run beside other data.
public abstract class LedgerContract
        implements RoundTripContract,
                ConditionContract,
                AtMostOnceContract,
                HistoryContract,
                MoveBackContract,
                ErasureContract,
                OvertakingErasureContract,
                OpeningRaceContract,
                PairRaceContract {}
