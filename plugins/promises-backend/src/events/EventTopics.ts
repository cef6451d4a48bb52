import { InputError } from '@backstage/errors';
import type { StoredEvent } from '@promissory/plugin-promises-engine';
import type { Knex } from 'knex';

/** Part of the log. */
export type EventTopic =
  | { readonly kind: 'promises' | 'requests' | 'destinations' | 'logs' }
  | { readonly kind: 'request'; readonly uid: string }
  | { readonly kind: 'promise'; readonly name: string };

const LOGS = 'StepLogged';

/** Reads a comma separated list; nothing is all topics but `logs`. Throws an InputError naming what it does not know. */
export function parseTopics(text: string | undefined): EventTopic[] {
  const names = (text ?? '')
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '');
  return names.map(parseTopic);
}

function parseTopic(name: string): EventTopic {
  if (
    name === 'promises' ||
    name === 'requests' ||
    name === 'destinations' ||
    name === 'logs'
  ) {
    return { kind: name };
  }
  const request = /^request:([0-9A-HJKMNP-TV-Z]{26})$/.exec(name);
  if (request) return { kind: 'request', uid: request[1] };
  const promise = /^promise:([a-z0-9.-]{1,253})$/.exec(name);
  if (promise) return { kind: 'promise', name: promise[1] };
  throw new InputError(
    `query.topics: ${JSON.stringify(
      name,
    )} is not a topic; there are promises, requests, destinations, logs, request:<uid> and promise:<name>`,
  );
}

/** Whether an event belongs to one of the topics. */
export function matchesTopics(
  topics: readonly EventTopic[],
  event: StoredEvent,
): boolean {
  if (topics.length === 0) return event.type !== LOGS;
  return topics.some(topic => matchesTopic(topic, event));
}

function matchesTopic(topic: EventTopic, event: StoredEvent): boolean {
  const isLog = event.type === LOGS;
  const { requestUid, promiseName, destination } = event;
  switch (topic.kind) {
    case 'promises':
      return !isLog && requestUid === undefined && promiseName !== undefined;
    case 'requests':
      return !isLog && requestUid !== undefined;
    case 'destinations':
      return (
        !isLog &&
        (destination !== undefined ||
          (requestUid === undefined && promiseName === undefined))
      );
    case 'logs':
      return isLog;
    case 'request':
      return requestUid === topic.uid;
    default:
      return !isLog && promiseName === topic.name;
  }
}

/** The same as {@link matchesTopics}, as conditions over the columns of `events`. */
export function whereTopics(
  query: Knex.QueryBuilder,
  topics: readonly EventTopic[],
): void {
  if (topics.length === 0) {
    query.whereNot('type', LOGS);
    return;
  }
  query.where(any => {
    for (const topic of topics) any.orWhere(one => whereTopic(one, topic));
  });
}

function whereTopic(query: Knex.QueryBuilder, topic: EventTopic): void {
  if (topic.kind === 'logs') {
    query.where('type', LOGS);
    return;
  }
  if (topic.kind === 'request') {
    query.where('request_uid', topic.uid);
    return;
  }
  query.whereNot('type', LOGS);
  if (topic.kind === 'promises') {
    query.whereNull('request_uid').whereNotNull('promise_name');
  } else if (topic.kind === 'requests') {
    query.whereNotNull('request_uid');
  } else if (topic.kind === 'promise') {
    query.where('promise_name', topic.name);
  } else {
    query.where(either =>
      either
        .whereNotNull('destination')
        .orWhere(neither =>
          neither.whereNull('request_uid').whereNull('promise_name'),
        ),
    );
  }
}
