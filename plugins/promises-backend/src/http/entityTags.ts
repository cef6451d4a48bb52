import { InputError } from '@backstage/errors';

/** An entity tag as the header has it. */
export function formatEntityTag(etag: string): string {
  return etag.startsWith('"') ? etag : `"${etag}"`;
}

/** The one tag of If-Match, without quotes, or `*`. Throws an InputError for what this API does not take. */
export function parseIfMatch(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const value = header.trim();
  if (value === '*') return value;
  const tag = /^"([^"]+)"$/.exec(value);
  if (tag) return tag[1];
  throw new InputError(
    `headers.If-Match: ${JSON.stringify(
      header,
    )} is not one strong entity tag in quotes, as the ETag of the request has it`,
  );
}

/** Whether If-None-Match says that nothing may be there. Only `*` is taken. */
export function parseIfNoneMatch(header: string | undefined): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  throw new InputError('headers.If-None-Match: only * is taken here');
}
