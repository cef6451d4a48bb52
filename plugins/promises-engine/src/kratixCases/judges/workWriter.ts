import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod/v4';
import { sha256Hex } from '../../hash/sha256Hex';
import { buildWorkloadGroups } from '../../workflow/buildWorkloadGroups';
import { readOutcome } from '../../workflow/readOutcome';
import { judgeOf, type Judge } from '../Judge';
import { messagesOf } from './messagesOf';

const files = z.record(z.string(), z.string());
const selectors = z.array(
  z.strictObject({
    matchLabels: z.record(z.string(), z.string()),
    source: z.string(),
  }),
);
/** What Kratix's object says beside groups is nothing that is stored here. */
const groupsOnly = z.strictObject({
  groups: z.array(
    z.strictObject({
      directory: z.string(),
      id: z.string().optional(),
      files: z.array(z.string()).optional(),
      destinationSelectors: selectors.optional(),
    }),
  ),
});

const bytesOf = (texts: Readonly<Record<string, string>>) =>
  new Map(
    Object.entries(texts).map(([path, text]) => [path, Buffer.from(text)]),
  );

export const workWriter: readonly Judge[] = [
  judgeOf(
    z.strictObject({
      promise: z.string(),
      resource: z.string(),
      namespace: z.string(),
      pipeline: z.string(),
      workflowType: z.enum(['promise', 'resource']),
      output: files,
      metadata: files.default({}),
      promiseScheduling: selectors.default([]),
    }),
    ({ workflowType, output, metadata, promiseScheduling }, expect) => {
      const outcome = readOutcome('configure', {
        state: 'Succeeded',
        output: bytesOf(output),
        metadata: bytesOf(metadata),
      });
      expect.equal('exitCode', outcome.kind === 'failed' ? 1 : 0);
      if (outcome.kind !== 'succeeded') {
        expect.equal('workCount', 0);
        return;
      }
      const build = () =>
        buildWorkloadGroups({
          type: workflowType,
          workloads: Object.entries(output).map(([filepath, text]) => ({
            filepath,
            sha256: sha256Hex(text),
          })),
          selectors: outcome.result.selectors,
          promiseSelectors: promiseScheduling.filter(
            ({ source }) => source === 'promise',
          ),
        });
      const messages = messagesOf(build);
      expect.refusals(messages);
      if (messages.length > 0) return;
      const groups = build();
      expect.checkShape('work', groupsOnly, wanted => {
        const actual = groups.map(group => ({
          directory: group.directory,
          id: group.id,
          files: group.workloads.map(({ filepath }) => filepath),
          destinationSelectors: group.selectors,
        }));
        const isThere = (group: (typeof wanted.groups)[number]) =>
          actual.some(each => isDeepStrictEqual({ ...each, ...group }, each));
        return actual.length === wanted.groups.length &&
          wanted.groups.every(isThere)
          ? undefined
          : `has groups ${JSON.stringify(actual)}`;
      });
    },
  ),
];
