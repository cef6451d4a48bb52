import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@promissory/plugin-promises-common';
import type { DeliveredFiles } from '@promissory/plugin-promises-engine';

/** One document of a file. */
export interface EntityDocument {
  /** Line on which it starts, from 1. */
  readonly line: number;
  readonly value: JsonObject;
}

/** What is in a file, or why it cannot be read. */
export type EntityFile =
  | { readonly documents: readonly EntityDocument[] }
  | { readonly problem: string };

/** Where a document was delivered. */
export interface EntitySource {
  readonly files: DeliveredFiles;
  readonly filepath: string;
  readonly line: number;
}

/** An entity that was delivered and may be shown, if nobody else holds its name. */
export interface Candidate {
  /** In lower case. */
  readonly entityRef: string;
  /** As it was delivered, with its namespace. */
  readonly entity: Entity;
  readonly source: EntitySource;
}

/** Why something that was delivered does not appear in the catalog. */
export interface Refusal {
  readonly holder: string;
  readonly destination: string;
  readonly filepath: string;
  readonly message: string;
}

/** An entity for the catalog. */
export interface CatalogItem {
  /** Who it belongs to; entities of others are never touched. */
  readonly locationKey: string;
  readonly entity: Entity;
}
