/** An input that is refused, and how. */
export interface BadInput {
  /** Without it a PUT of an order. */
  method?: 'get' | 'put' | 'post' | 'delete';
  path?: string;
  body?: unknown;
  /** Sent as it is. */
  raw?: string;
  type?: string;
  headers?: Record<string, string>;
  user?: string;
  status: number;
  name: string;
  /** JSON path of one of the errors. */
  at?: string;
  message: string | RegExp;
}

/** A row of a table: what it is in words, and the input. */
export type BadInputRow = readonly [string, BadInput];

/** Address of an order. */
export const order = (name: string, namespace = 'default', promise = 'db') =>
  `/v1/promises/${promise}/requests/${namespace}/${name}`;

/** A body that is good. */
export const small = { spec: { size: 'small' } };
