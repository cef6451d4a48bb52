import type { Condition, JsonObject } from '@promissory/plugin-promises-common';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod/v4';
import { mergeStatus } from '../../workflow/mergeStatus';
import { parseStatusFile } from '../../workflow/parseStatusFile';
import { judgeOf, type Judge } from '../Judge';
import { messagesOf } from './messagesOf';

const fieldsOf = z
  .record(z.string(), z.unknown())
  .transform(value => value as JsonObject);

/** What a case leaves out of a condition is empty. */
function withoutEmpty(condition: Condition): object {
  return Object.fromEntries(
    Object.entries(condition).filter(([, value]) => value !== ''),
  );
}

const byType = (a: { type?: unknown }, b: { type?: unknown }) =>
  String(a.type) < String(b.type) ? -1 : 1;

export const status: readonly Judge[] = [
  judgeOf(
    z.strictObject({ existing: fieldsOf, incoming: fieldsOf }),
    ({ existing, incoming }, expect) => {
      const { conditions, ...fields } = existing;
      const before = mergeStatus(
        { fields: {}, conditions: [] },
        { conditions: conditions ?? [] },
      );
      const merged = mergeStatus({ ...before, fields }, incoming);
      const actual = {
        ...merged.fields,
        conditions: merged.conditions.map(withoutEmpty).sort(byType),
      };
      expect.check('status', expected => {
        const wanted = expected as { conditions?: Array<{ type?: unknown }> };
        const sorted = {
          ...wanted,
          conditions: [...(wanted.conditions ?? [])].sort(byType),
        };
        return isDeepStrictEqual(actual, sorted)
          ? undefined
          : `is ${JSON.stringify(actual)}, not ${JSON.stringify(sorted)}`;
      });
    },
  ),
  judgeOf(
    z.strictObject({ statusYaml: z.string() }),
    ({ statusYaml }, expect) => {
      const messages = messagesOf(() =>
        parseStatusFile(Buffer.from(statusYaml)),
      );
      expect.refusals(messages);
      expect.equal('exitNonZero', messages.length > 0);
    },
  ),
];
