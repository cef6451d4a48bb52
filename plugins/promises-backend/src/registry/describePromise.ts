import {
  checkPromise,
  hasErrors,
  parsePromise,
  readCard,
  type Finding,
  type JsonObject,
} from '@promissory/plugin-promises-common';
import type { RegisterPromiseOptions } from '@promissory/plugin-promises-engine';
import { checkRequestSchema } from './checkRequestSchema';
import { faultFinding } from './faultFinding';
import type { EntityFacts } from './readEntity';

/**
 * What is registered of a Promise, with everything that speaks against it. Undefined where the document cannot be read
 * as a Promise at all.
 */
export function describePromise(options: {
  readonly entity: EntityFacts;
  readonly definitionSha256: string;
  readonly document: JsonObject;
  readonly trusted: boolean;
}): RegisterPromiseOptions | undefined {
  const { entity, definitionSha256, document, trusted } = options;
  const { definition, findings } = parsePromise(document);
  if (!definition) return undefined;
  const { card, findings: remarks } = readCard(definition);
  const found: Finding[] = [...findings, ...checkPromise(definition)];
  // A schema with known errors is not told of twice.
  const schema = hasErrors(found)
    ? []
    : checkRequestSchema(definition, card.example);
  return {
    entityRef: entity.entityRef,
    ownerRef: entity.ownerRef,
    location: entity.location,
    definitionSha256,
    definition,
    card,
    trusted,
    findings: [...faultFinding(entity.fault), ...found, ...schema, ...remarks],
  };
}
