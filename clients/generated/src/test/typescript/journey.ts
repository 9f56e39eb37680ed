// What an app in TypeScript does with the generated client: it begins a journey, answers its first card, and tells in
// one line of JSON what it was given: every day as it has it, and every instant in UTC.

import {CairnApi, Configuration, type CheckIn} from '../../../target/typescript';

declare const process: {argv: string[]};

async function live([address, token]: string[]) {
  const cairn = new CairnApi(new Configuration({basePath: address, headers: {Authorization: `Bearer ${token}`}}));
  const journey = await cairn.putJourney({program: 'skin', journeyStart: {startedOn: '2027-03-07', timeZone: 'Europe/Berlin'}});
  const {due: [card]} = await cairn.due({acceptLanguage: 'de'});
  const done: CheckIn = await cairn.complete({id: card.id, completion: {answers: {irritation: 3, change: 'better'}}});
  const {items} = await cairn.timeline({program: 'skin', from: '2027-03-07', to: '2027-04-30'});
  const {today} = await cairn.explanation({program: 'skin', at: new Date('2027-03-20T12:00:00Z')});
  return {
    startedOn: journey.startedOn,
    dueOn: card.dueOn,
    closesOn: card.closesOn,
    opensAt: card.opensAt.toISOString(),
    state: done.state,
    completedAt: done.completedAt?.toISOString(),
    slots: items.map(({dueOn}) => dueOn),
    today,
  };
}

live(process.argv.slice(2)).then((told) => console.log(JSON.stringify(told)));
