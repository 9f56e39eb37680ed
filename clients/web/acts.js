// What a person can do with a card: what is asked of the client, which view follows, and what the event says.

/** @typedef {Pick<import('./cairn-client.js').Client, 'complete' | 'dismiss' | 'snooze'>} Client */
/** @typedef {import('./cairn-client.js').DueCheckIn} Due */
/** @typedef {Promise<{view: string, more?: any, told?: any}>} Done */

/** By the name of the event. @type {Record<string, (client: Client, due: Due, given: any) => Done>} */
export const acts = {
  async completed(client, due, answers) {
    const {queued, checkIn} = await client.complete(due, answers);
    return {view: queued ? 'queued' : 'done', told: {queued, late: checkIn?.late ?? null}};
  },
  async dismissed(client, due) {
    await client.dismiss(due);
    return {view: 'skipped', more: {skipped: due}};
  },
  async snoozed(client, due, moment) {
    const {snoozedUntil: until} = await client.snooze(due, moment);
    return {view: 'snoozed', more: {until}, told: {until}};
  },
};
