import type { PromiseLink } from '../../api';
import type { JsonObject } from '../../kratix';

/** What a card and the page of a Promise show, from annotations, with defaults from the Promise itself. @public */
export interface PromiseCardContent {
  /** Default: the name in words. */
  readonly title: string;
  /** Default: the description of the API's schema. */
  readonly description?: string;
  /** Entity ref in full (`group:default/platform`). */
  readonly owner?: string;
  readonly icon?: string;
  readonly category?: string;
  /** In the catalog's spelling: lower case, at most 63 characters each. */
  readonly tags: readonly string[];
  /** With http, https, mailto or relative addresses only. */
  readonly links: readonly PromiseLink[];
  readonly whatYouGet: readonly string[];
  /** A `spec` that shows what an order looks like. */
  readonly example?: JsonObject;
  /** Markdown. */
  readonly documentation?: string;
}
