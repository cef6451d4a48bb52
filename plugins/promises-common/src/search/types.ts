/** Type of the search documents of Promises; each is a {@link PromiseSearchDocument}. @public */
export const SEARCH_TYPE_PROMISE = 'promise';
/** Type of the search documents of requests; each is a {@link RequestSearchDocument}. @public */
export const SEARCH_TYPE_REQUEST = 'promise-request';

/** A Promise as search finds it. What is not known is empty: search engines learn the fields from the first document. @public */
export interface PromiseSearchDocument {
  readonly title: string;
  /** Its description, category and tags. */
  readonly text: string;
  /** Path of its page in the app. */
  readonly location: string;
  readonly name: string;
  readonly description: string;
  readonly category: string;
  readonly tags: string[];
  /** Entity ref. */
  readonly owner: string;
  /** Name of an icon. */
  readonly icon: string;
}

/** A request as search finds it. Its state is not in it: that changes faster than an index. @public */
export interface RequestSearchDocument {
  readonly title: string;
  /** Its description, what it was ordered from, and its tags. */
  readonly text: string;
  /** Path of its page in the app. */
  readonly location: string;
  readonly name: string;
  readonly namespace: string;
  readonly description: string;
  /** Title of the Promise. */
  readonly promise: string;
  /** From `promissory.io/tags` and from the labels. */
  readonly tags: string[];
  /** Entity ref. */
  readonly owner: string;
  /** Name of the Promise's icon. */
  readonly icon: string;
}
