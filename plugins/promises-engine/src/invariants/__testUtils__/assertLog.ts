import assert from 'node:assert/strict';
import type { Knex } from 'knex';
import type { EventRow, RequestRow } from '../../database/rows/rows';

interface Payload {
  readonly trigger?: string;
  readonly workflow?: string;
  readonly generation?: number;
  readonly verb?: string;
  readonly previous?: string;
  readonly state?: { readonly name: string };
}

/**
 * The log tells of each request: 5. a run begins once and ends once, and an order or a change has one; 8. its states
 * without a gap; 9. no run between a pause and what ends it.
 */
export async function assertLog(knex: Knex): Promise<void> {
  const events = await knex<EventRow>('events').orderBy('position');
  const requests = await knex<RequestRow>('requests');
  for (const request of requests) {
    const own = events
      .filter(event => event.request_uid === request.uid)
      .map(event => ({ ...event, said: JSON.parse(event.payload) as Payload }));
    assertRuns(own);
    assertStates(own, request);
    assertPauses(own);
  }
}

type Told = EventRow & { readonly said: Payload };

function assertRuns(events: readonly Told[]): void {
  const runs = (type: string) => events.filter(event => event.type === type);
  const begun = runs('RunStarted').map(event => event.run_id);
  const ended = runs('RunFinished').map(event => event.run_id);
  assert.equal(new Set(begun).size, begun.length, 'A run began twice');
  // Each run ends once.
  expect([...ended].sort()).toEqual([...begun].sort());
  const asked = runs('RunStarted')
    .filter(({ said }) => ['order', 'change'].includes(said.trigger ?? ''))
    .map(({ said }) => said.generation);
  assert.equal(
    new Set(asked).size,
    asked.length,
    'A generation was begun twice',
  );
}

function assertStates(events: readonly Told[], request: RequestRow): void {
  const states = events.filter(({ type }) => type === 'RequestStateChanged');
  states.forEach(({ said }, index) => {
    const before = states[index - 1]?.said.state?.name;
    if (before) assert.equal(said.previous, before, 'The log skipped a state');
  });
  assert.equal(states.at(-1)?.said.state?.name, request.state);
}

function assertPauses(events: readonly Told[]): void {
  let paused = false;
  for (const { type, said } of events) {
    if (type === 'RequestActionRequested' && said.verb === 'pause')
      paused = true;
    if (type === 'RequestActionRequested' && said.verb === 'resume')
      paused = false;
    if (type === 'RequestDeleteRequested') paused = false;
    assert.ok(!paused || type !== 'RunStarted', 'A run began during a pause');
  }
}
