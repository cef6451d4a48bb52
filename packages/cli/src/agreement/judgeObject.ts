import {
  parseJsonText,
  type CompiledSchema,
  type JsonObject,
} from '@promissory/plugin-promises-common';
import type { ObjectCase, SchemaCase } from '../cases/SchemaCase';
import { compareCauses } from './compareCauses';
import { isObject } from '../json/isObject';
import { readObject } from './readObject';
import { sendObject, type Answer } from './sendObject';
import { toComparable } from './toComparable';
import { agreement, type Verdict } from './Verdict';

/** The schema in force when an object is created, and when it is updated. */
export interface CompiledCase {
  readonly before: CompiledSchema;
  readonly now: CompiledSchema;
}

const BAD_REQUEST = 400;

/** Compares what an object leads to with what the API server answered. */
export function judgeObject(
  recorded: ObjectCase,
  schemaCase: SchemaCase,
  compiled: CompiledCase,
): Verdict {
  const answer = send(recorded, schemaCase, compiled);
  if (answer === 'undecodable')
    return recorded.httpCode === BAD_REQUEST
      ? agreement
      : refusedOrTaken(recorded.accepted);
  const accepted = answer.violations.length === 0;
  if (accepted !== recorded.accepted)
    return {
      ...refusedOrTaken(recorded.accepted),
      difference: compareCauses(recorded.causes ?? [], answer.violations) ?? {
        what: 'the verdict',
        rule: 'verdict',
      },
    };
  if (accepted) return compareStored(recorded, answer.stored);
  const difference = compareCauses(recorded.causes ?? [], answer.violations);
  return difference
    ? { verdict: true, stored: true, causes: false, difference }
    : agreement;
}

function refusedOrTaken(accepted: boolean): Verdict {
  const what = accepted
    ? 'the API server takes it'
    : 'the API server refuses it';
  return {
    verdict: false,
    stored: false,
    causes: false,
    difference: { what, rule: 'verdict' },
  };
}

function send(
  recorded: ObjectCase,
  { id, statusSubresource = false }: SchemaCase,
  { before, now }: CompiledCase,
): Answer | 'undecodable' {
  const place = { schema: id, name: recorded.name };
  const isUpdate =
    recorded.update !== undefined || recorded.updateText !== undefined;
  try {
    const object = readObject(
      { text: recorded.objectText, value: recorded.object },
      place,
    );
    if (!isUpdate) return sendObject(now, object, { statusSubresource });
    const created = sendObject(before, object, { statusSubresource });
    const update = readObject(
      { text: recorded.updateText, value: recorded.update },
      place,
    );
    return sendObject(now, update, {
      statusSubresource,
      oldObject: created.stored,
      toStatus: recorded.subresource === 'status',
    });
  } catch (error) {
    // Bodies that no server can decode: no JSON, or metadata of other types.
    const names = ['SyntaxError', 'InputError'];
    if (error instanceof Error && names.includes(error.name))
      return 'undecodable';
    throw error;
  }
}

function compareStored(recorded: ObjectCase, stored: JsonObject): Verdict {
  const wanted: unknown =
    recorded.storedText === undefined
      ? recorded.stored
      : parseJsonText(recorded.storedText);
  const found = toComparable(recordable(stored, wanted));
  if (found === toComparable(wanted)) return agreement;
  return {
    verdict: true,
    stored: false,
    causes: true,
    difference: {
      what: `stored: ${found}, recorded: ${toComparable(wanted)}`,
      rule: 'stored',
    },
  };
}

/** What is recorded of a stored object: metadata, and a name in them, only where a case is about them. */
function recordable(stored: JsonObject, wanted: unknown): JsonObject {
  const { apiVersion: _apiVersion, kind: _kind, metadata, ...rest } = stored;
  const recorded = isObject(wanted) ? wanted.metadata : undefined;
  if (!isObject(recorded)) return rest;
  if ('name' in recorded || !isObject(metadata)) return { ...rest, metadata };
  const { name: _name, ...unnamed } = metadata;
  return { ...rest, metadata: unnamed };
}
