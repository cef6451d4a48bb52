import {
  hashResourceWorkflow,
  hashSpec,
  type JsonObject,
} from '@promissory/plugin-promises-common';
import { z } from 'zod/v4';
import { buildWorkloadGroups } from '../../workflow/buildWorkloadGroups';
import { judgeOf, type Judge } from '../Judge';

const object = z
  .record(z.string(), z.unknown())
  .transform(value => value as JsonObject);

export const hash: readonly Judge[] = [
  judgeOf(
    z.strictObject({ object: z.looseObject({ spec: object }) }),
    ({ object: { spec } }, expect) => {
      expect.equal('specHash', hashSpec(spec));
    },
  ),
  judgeOf(
    z.strictObject({
      promiseSpec: object,
      resourceSpec: object,
      dryRun: z.boolean(),
    }),
    ({ promiseSpec, resourceSpec, dryRun }, expect) => {
      expect.equal(
        'jobHashLabel',
        hashResourceWorkflow({
          promiseHash: hashSpec(promiseSpec),
          resourceHash: hashSpec(resourceSpec),
          dryRun,
        }),
      );
    },
  ),
  judgeOf(
    z.strictObject({ directory: z.string() }),
    ({ directory }, expect) => {
      const [{ id }] = buildWorkloadGroups({
        type: 'resource',
        workloads: [{ filepath: `${directory}/file.yaml`, sha256: '' }],
        selectors: [{ directory, matchLabels: { a: 'b' } }],
        promiseSelectors: [],
      });
      expect.equal('groupId', id);
      expect.equal('shortId', id.slice(0, 5));
    },
  ),
];
