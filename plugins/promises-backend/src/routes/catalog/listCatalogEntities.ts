import type { CatalogEntityPage } from '@promissory/plugin-promises-common';
import type { RequestHandler } from 'express';
import type { RouteContext } from '../RouteContext';

const ITEMS = 500;
/** Definitions of APIs may be long. */
const CHARACTERS = 2_000_000;

/** Requests and what was delivered for them, as entities, in pages that a caller can hold. */
export function listCatalogEntities(
  context: RouteContext,
): RequestHandler<
  unknown,
  CatalogEntityPage,
  unknown,
  { known?: string; after?: number }
> {
  return async (request, response) => {
    await context.callers.requirePlugin(request, 'catalog');
    const { known, after = 0 } = request.query;
    const start = Number(after);
    const { version, items } = await (start > 0
      ? context.catalogView.readOn()
      : context.catalogView.read());
    if (known === version) {
      response.json({ version, unchanged: true, items: [] });
      return;
    }
    let end = start;
    for (let size = 0; end < items.length && end - start < ITEMS; end += 1) {
      size += JSON.stringify(items[end]).length;
      if (size > CHARACTERS && end > start) break;
    }
    response.json({
      version,
      items: items.slice(start, end).map(({ locationKey, entity }) => ({
        locationKey,
        entity: { ...entity },
      })),
      ...(end < items.length && { next: end }),
    });
  };
}
