import type { JsonObject } from '../../kratix';
import { unescapeField } from '../evaluation/unescapeField';
import { MapValue } from './MapValue';

/** A JSON object as a CEL map; values are converted when they are asked for, once. */
export class JsonMap extends MapValue {
  readonly #object: JsonObject;
  readonly #convert: (value: unknown, key: string) => unknown;
  readonly #converted = new Map<string, unknown>();

  constructor(
    object: JsonObject,
    convert: (value: unknown, key: string) => unknown,
  ) {
    super();
    this.#object = object;
    this.#convert = convert;
  }

  get size(): number {
    return Object.keys(this.#object).length;
  }

  has(key: unknown): boolean {
    return (
      typeof key === 'string' &&
      Object.hasOwn(this.#object, key) &&
      this.#object[key] !== undefined
    );
  }

  get(key: unknown): unknown {
    if (typeof key !== 'string' || !this.has(key)) return undefined;
    if (!this.#converted.has(key))
      this.#converted.set(key, this.#convert(this.#object[key], key));
    return this.#converted.get(key);
  }

  override select(name: string): unknown {
    return this.get(name) ?? this.get(unescapeField(name));
  }

  keys(): readonly string[] {
    return Object.keys(this.#object).filter(key => this.has(key));
  }
}
