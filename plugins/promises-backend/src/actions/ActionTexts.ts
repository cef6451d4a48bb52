import {
  ANNOTATION_MCP,
  readCard,
  type PromiseDefinition,
} from '@promissory/plugin-promises-common';
import type { PromiseOffer } from '@promissory/plugin-promises-engine';
import { describeAction } from './describeAction';

/** One schema more or less does not matter; all together are read by every step of every template. */
const FULL_BYTES = 16_000;
const SHORT_BYTES = 3_500;
const TOTAL_BYTES = 2_000_000;

interface Kept {
  readonly definitionSha256: string;
  readonly isTool: boolean;
  readonly full: Text;
  readonly short: () => string;
}

interface Text {
  readonly json: string;
  readonly bytes: number;
}

/** The actions of Promises as JSON, written once for each definition. */
export class ActionTexts {
  #kept = new Map<string, Kept>();

  /** Most people see the same list. */
  #last: { readonly kept: readonly Kept[]; readonly texts: readonly string[] } =
    { kept: [], texts: [] };

  static create(): ActionTexts {
    return new ActionTexts();
  }

  private constructor() {}

  /** The hashes of definitions that have to be read for these offers. */
  missing(offers: readonly PromiseOffer[]): string[] {
    return [
      ...new Set(
        offers
          .filter(offer => !this.#find(offer))
          .map(({ definitionSha256 }) => definitionSha256),
      ),
    ];
  }

  /** Keeps the texts of offers whose definitions were missing, and forgets those of Promises that are gone. */
  keep(
    offers: readonly PromiseOffer[],
    definitions: ReadonlyMap<string, PromiseDefinition>,
  ): void {
    this.#kept = new Map(
      offers.flatMap(offer => {
        const known = this.#find(offer);
        if (known) return [[offer.name, known]];
        const definition = definitions.get(offer.definitionSha256);
        return definition ? [[offer.name, describe(offer, definition)]] : [];
      }),
    );
  }

  isTool(offer: PromiseOffer): boolean {
    return this.#find(offer)?.isTool ?? false;
  }

  /**
   * The actions of these offers, with less of their schemas where all together are large. The same list as before is the
   * same array.
   */
  list(offers: readonly PromiseOffer[]): readonly string[] {
    const kept = offers.flatMap(offer => this.#find(offer) ?? []);
    const last = this.#last;
    const total = kept.reduce((sum, { full }) => sum + full.bytes, 0);
    const isSame =
      last.kept.length === kept.length &&
      kept.every((each, index) => each === last.kept[index]);
    if (isSame) return last.texts;
    const texts = kept.map(({ full, short }) =>
      total > TOTAL_BYTES && full.bytes > SHORT_BYTES ? short() : full.json,
    );
    this.#last = { kept, texts };
    return texts;
  }

  #find({ name, definitionSha256 }: PromiseOffer): Kept | undefined {
    const kept = this.#kept.get(name);
    return kept?.definitionSha256 === definitionSha256 ? kept : undefined;
  }
}

function describe(offer: PromiseOffer, definition: PromiseDefinition): Kept {
  const { name, definitionSha256 } = offer;
  const { card } = readCard(definition);
  const subject = { name, card, definition };
  const json = describeAction(subject, { bytes: FULL_BYTES });
  let short: string | undefined;
  return {
    definitionSha256,
    isTool: definition.metadata.annotations?.[ANNOTATION_MCP] === 'true',
    full: { json, bytes: Buffer.byteLength(json) },
    short: () => (short ??= describeAction(subject, { bytes: SHORT_BYTES })),
  };
}
