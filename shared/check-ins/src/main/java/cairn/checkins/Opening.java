package cairn.checkins;

/// How a slot is opened without an answer: by a visit or by the sweep. The row is the same, but for who
/// opened it.
record Opening(Moment moment, OpenedBy openedBy) {

    /// Opens the slot that asking would open now.
    Change nextOf(Member member, JourneyAt at) {
        OpenedSlot slot = at.opening(at.openable().orElseThrow(), CheckInState.OPEN, openedBy);
        Journey journey = at.journey().opened(slot);
        boolean seenFirst = openedBy == OpenedBy.VISIT && new Announcing(at).isToBeOpened();
        Journey opened = seenFirst ? journey.announced(slot, moment.now()) : journey;
        CheckIn row = new CheckIn(at.life(), journey.program(), journey.run(), slot, null);
        return moment.opening(member.with(opened), row);
    }
}
