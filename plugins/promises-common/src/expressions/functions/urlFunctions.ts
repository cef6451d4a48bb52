import { isUri } from '../../schema/formats/isUri';
import { Fault } from '../evaluation/Fault';
import { LiteralMap } from '../values/LiteralMap';
import { ListValue } from '../values/ListValue';
import { declareFunctions } from './declareFunctions';
import { UrlValue } from './UrlValue';

function read(text: string): UrlValue {
  if (isUri(text)) return UrlValue.parse(text);
  throw new Fault(`${JSON.stringify(text)} is no absolute URL or path`);
}

function queryOf(url: UrlValue): LiteralMap {
  const values = new Map<string, string[]>();
  for (const [key, value] of new URLSearchParams(url.query))
    values.set(key, [...(values.get(key) ?? []), value]);
  return new LiteralMap(
    [...values].map(([key, list]) => [key, new ListValue(list)] as const),
  );
}

/** URLs. */
export const urlFunctions = declareFunctions({
  'isURL(string): bool': ([text]) => isUri(text),
  'url(string): URL': ([text]) => read(text),
  'URL.getScheme(): string': ([url]) => url.scheme,
  'URL.getHost(): string': ([url]) => url.host,
  'URL.getHostname(): string': ([url]) => url.hostname,
  'URL.getPort(): string': ([url]) => url.port,
  'URL.getEscapedPath(): string': ([url]) => url.path,
  'URL.getQuery(): map<string, list<string>>': ([url]) => queryOf(url),
});
