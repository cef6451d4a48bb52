import type { OpaqueValue } from '../values/OpaqueValue';

const PARTS =
  /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/([^/?]*))?([^?]*)(?:\?(.*))?$/s;
const PORT = /:([0-9]*)$/;

/** A URL in its parts, as Go's net/url takes it apart. */
export class UrlValue implements OpaqueValue {
  /** Takes apart a text that `isUri` accepts. */
  static parse(text: string): UrlValue {
    const [, scheme = '', authority = '', path = '', query = ''] =
      PARTS.exec(text) ?? [];
    const host = authority.slice(authority.lastIndexOf('@') + 1);
    return new UrlValue(text, scheme.toLowerCase(), host, path, query);
  }

  readonly typeName = 'kubernetes.URL';
  readonly scheme: string;
  /** With the port. */
  readonly host: string;
  readonly path: string;
  readonly query: string;
  readonly #text: string;

  private constructor(
    text: string,
    scheme: string,
    host: string,
    path: string,
    query: string,
  ) {
    this.#text = text;
    this.scheme = scheme;
    this.host = host;
    this.path = path.replaceAll(' ', '%20');
    this.query = query;
  }

  get port(): string {
    return PORT.exec(this.host)?.[1] ?? '';
  }

  get hostname(): string {
    return this.host.replace(PORT, '').replace(/^\[(.*)\]$/, '$1');
  }

  equals(other: OpaqueValue): boolean {
    return other.toString() === this.#text;
  }

  toString(): string {
    return this.#text;
  }
}
