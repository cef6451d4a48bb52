import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PermissionCondition,
  type PermissionCriteria,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  destinationReadPermission,
  promiseReadPermission,
  requestReadPermission,
} from '@promissory/plugin-promises-common';
import {
  migrateDatabase,
  type StoredEvent,
} from '@promissory/plugin-promises-engine';
import {
  createPromiseConditionalDecision,
  createRequestConditionalDecision,
  promiseConditions,
  requestConditions,
} from '@promissory/plugin-promises-node';
import fc from 'fast-check';
import {
  eventPermissions,
  mayReadEvent,
  whereEventReadable,
} from '../events/eventRights';
import {
  matchesTopics,
  whereTopics,
  type EventTopic,
} from '../events/EventTopics';
import { createTestAuthorizer } from '../__testUtils__/createTestAuthorizer';

type Criteria<T extends string> = PermissionCriteria<PermissionCondition<T>>;

const texts = fc.constantFrom(
  'a',
  'A',
  'ab',
  'web-1',
  'web_1',
  'web%1',
  '[x]',
  'user:default/a',
  'group:default/web',
);
const patterns = fc.constantFrom(
  '*',
  'a*',
  'A*',
  '*1',
  'web-*',
  'web_*',
  'web%*',
  '[x]*',
  '?*',
  'a',
  '!*',
);

function criteria<T extends string>(
  leaf: fc.Arbitrary<PermissionCondition<T>>,
): fc.Arbitrary<Criteria<T>> {
  return fc.letrec<{ node: Criteria<T> }>(tie => ({
    node: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      leaf,
      fc
        .array(tie('node'), { minLength: 1, maxLength: 3 })
        .map(allOf => ({ allOf: allOf as [Criteria<T>] })),
      fc
        .array(tie('node'), { minLength: 1, maxLength: 3 })
        .map(anyOf => ({ anyOf: anyOf as [Criteria<T>] })),
      tie('node').map(not => ({ not })),
    ),
  })).node;
}

const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const deny: PolicyDecision = { result: AuthorizeResult.DENY };

const listOf = (each: fc.Arbitrary<string>) => fc.array(each, { maxLength: 3 });

const requestDecision: fc.Arbitrary<PolicyDecision> = fc.oneof(
  fc.constant<PolicyDecision>(allow),
  fc.constant<PolicyDecision>(deny),
  criteria(
    fc.oneof(
      listOf(texts).map(claims => requestConditions.isOwner({ claims })),
      listOf(texts).map(claims => requestConditions.isRequester({ claims })),
      listOf(texts).map(groups => requestConditions.inGroup({ groups })),
      listOf(patterns).map(names => requestConditions.promiseName({ names })),
      listOf(patterns).map(each =>
        requestConditions.namespace({ patterns: each }),
      ),
    ),
  ).map(each => createRequestConditionalDecision(requestReadPermission, each)),
);

const promiseDecision: fc.Arbitrary<PolicyDecision> = fc.oneof(
  fc.constant<PolicyDecision>(allow),
  fc.constant<PolicyDecision>(deny),
  criteria(
    fc.oneof(
      listOf(texts).map(claims => promiseConditions.isOwner({ claims })),
      listOf(texts).map(groups => promiseConditions.inGroup({ groups })),
      listOf(patterns).map(names => promiseConditions.promiseName({ names })),
    ),
  ).map(each => createPromiseConditionalDecision(promiseReadPermission, each)),
);

const UIDS = ['01JAAAAAAAAAAAAAAAAAAAAAAA', '01JBBBBBBBBBBBBBBBBBBBBBBB'];
const orNull = <T>(each: fc.Arbitrary<T>) =>
  fc.option(each, { nil: undefined });

const common = {
  type: fc.constantFrom(
    'RequestCreated',
    'StepLogged',
    'PromiseChanged',
    'DestinationChanged',
  ),
  ownerRef: orNull(texts),
  destination: orNull(fc.constant('d')),
};

// An event of a request always says of which Promise and namespace.
const events = fc.array(
  fc.oneof(
    fc.record({
      ...common,
      promiseName: texts,
      namespace: texts,
      requestUid: fc.constantFrom(...UIDS),
      requestedBy: orNull(texts),
    }),
    fc.record({
      ...common,
      promiseName: orNull(texts),
      namespace: fc.constant(undefined),
      requestUid: fc.constant(undefined),
      requestedBy: fc.constant(undefined),
    }),
  ),
  { minLength: 1, maxLength: 12 },
);

const topics: fc.Arbitrary<EventTopic[]> = fc.array(
  fc.oneof(
    fc
      .constantFrom('promises', 'requests', 'destinations', 'logs')
      .map(kind => ({ kind } as EventTopic)),
    fc.constantFrom(...UIDS).map(uid => ({ kind: 'request' as const, uid })),
    texts.map(name => ({ kind: 'promise' as const, name })),
  ),
  { maxLength: 3 },
);

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('rights as SQL on %p', id => {
  it('are the rights in memory', async () => {
    const knex = await databases.init(id);
    await migrateDatabase(knex);
    await fc.assert(
      fc.asyncProperty(
        events,
        topics,
        requestDecision,
        promiseDecision,
        fc.boolean(),
        async (list, wanted, onRequests, onPromises, destinations) => {
          await knex('events').delete();
          await knex('events').insert(
            list.map(each => ({
              type: each.type,
              version: 1,
              at: '2026-01-01T00:00:00.000Z',
              promise_name: each.promiseName ?? null,
              request_uid: each.requestUid ?? null,
              namespace: each.namespace ?? null,
              owner_ref: each.ownerRef ?? null,
              requested_by: each.requestedBy ?? null,
              destination: each.destination ?? null,
              payload: '{}',
            })),
          );
          const rights = await createTestAuthorizer({
            [requestReadPermission.name]: onRequests,
            [promiseReadPermission.name]: onPromises,
            [destinationReadPermission.name]: {
              result: destinations
                ? AuthorizeResult.ALLOW
                : AuthorizeResult.DENY,
            },
          }).decide(mockCredentials.user(), eventPermissions);
          const query = knex('events').orderBy('position').select('*');
          query.where(all => {
            whereTopics(all, wanted);
            whereEventReadable(all, rights);
          });
          const rows = await query;
          const inMemory = list.filter(each => {
            const event = {
              ...each,
              payload: {},
              position: '1',
              version: 1,
              at: '',
            } as StoredEvent;
            return matchesTopics(wanted, event) && mayReadEvent(rights, event);
          });
          expect(
            rows.map(row => [
              row.type,
              row.request_uid,
              row.promise_name,
              row.owner_ref,
            ]),
          ).toEqual(
            inMemory.map(each => [
              each.type,
              each.requestUid ?? null,
              each.promiseName ?? null,
              each.ownerRef ?? null,
            ]),
          );
        },
      ),
      { numRuns: 150 },
    );
  });
});
