import type { JsonObject } from '@promissory/plugin-promises-common';
import { z } from 'zod/v4';
import { isDelivered } from '../portal/isDelivered';
import { Portal } from '../portal/Portal';
import type { PortalArguments } from '../portal/PortalArguments';
import {
  PORTAL_FLAGS,
  readPortalArguments,
} from '../portal/readPortalArguments';
import { readSourceDocuments } from '../run/readSourceDocuments';
import type { SourceDocument } from '../run/SourceDocument';
import type { Command, CommandContext } from './Command';
import { UsageError } from './UsageError';

const body = z.object({
  metadata: z.object({
    labels: z.record(z.string(), z.string()).optional(),
    annotations: z.record(z.string(), z.string()).optional(),
  }),
  spec: z.record(z.string(), z.unknown()).default({}),
});

/** Orders from files, or changes what is there. */
export const applyCommand: Command = {
  usage: `apply -f FILE|DIR… [--owner REF] [--wait] [--timeout SECONDS] ${PORTAL_FLAGS}`,
  description:
    'orders from files as kubectl would apply them, or changes what is there; --wait ends when all is delivered',
  async run(context) {
    const given = await readPortalArguments(context);
    if (given.files.length === 0) throw new UsageError('-f names no file');
    if (given.words.length > 0) {
      throw new UsageError(`${given.words[0]} belongs to no flag`);
    }
    const documents = await readSourceDocuments(given.files);
    if (documents.length === 0) {
      throw new UsageError('There is no object in these files');
    }
    const portal = Portal.create(given);
    let failed = 0;
    for (const document of documents) {
      // What follows may go well: each says how it went.
      const ok = await applyOne(portal, document, given, context).catch(
        error => {
          context.complain(
            `${document.file}: ${document.kind} ${document.name}: ${error.message}`,
          );
          return false;
        },
      );
      if (!ok) failed += 1;
    }
    return failed === 0 ? 0 : 1;
  },
};

async function applyOne(
  portal: Portal,
  document: SourceDocument,
  given: PortalArguments,
  context: CommandContext,
): Promise<boolean> {
  const [group] = document.apiVersion.split('/');
  const promise = (await portal.promises()).find(
    ({ api }) => api?.group === group && api.kind === document.kind,
  );
  if (!promise) {
    throw new Error(
      `no Promise that you may see offers ${document.apiVersion} ${document.kind}`,
    );
  }
  const { metadata, spec } = body.parse(document.object);
  const place = {
    promise: promise.name,
    namespace: document.namespace ?? given.namespace ?? 'default',
    name: document.name,
  };
  const present = await portal.request(place);
  const request = await portal.ask((client, options) =>
    client.putRequest(
      {
        ...place,
        body: {
          metadata,
          spec: spec as JsonObject,
          ...(given.owner ? { owner: given.owner } : {}),
        },
        ...(present ? { ifMatch: present.etag } : { mustBeNew: true }),
      },
      options,
    ),
  );
  const name = `${place.promise} ${place.namespace}/${place.name}`;
  context.print(
    `${name} ${outcomeOf(present?.generation, request.generation)}`,
  );
  if (!given.wait) return true;
  const rested = await portal.rest(request.uid, given.timeoutMs);
  const { state } = rested ?? request;
  context.print(`${name} is ${state.name}: ${state.message}`);
  return isDelivered(state);
}

function outcomeOf(before: number | undefined, after: number): string {
  if (before === undefined) return 'created';
  return before === after ? 'unchanged' : 'changed';
}
