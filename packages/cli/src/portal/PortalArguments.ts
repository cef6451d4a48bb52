/** How an answer is written. */
export const OUTPUTS = ['table', 'wide', 'yaml', 'json', 'name'] as const;

export type Output = (typeof OUTPUTS)[number];

/** Arguments of the commands that ask a portal. */
export interface PortalArguments {
  /** Base URL of the backend. */
  readonly server: string;
  /** Bearer token; none where the portal asks for none. */
  readonly token?: string;
  /** As it was given; `default` is for who names one request. */
  readonly namespace?: string;
  readonly output: Output;
  /** Entity ref of the owner of what is ordered. */
  readonly owner?: string;
  /** Files and folders with requests. */
  readonly files: readonly string[];
  /** Waits until what was asked for is done, or has failed. */
  readonly wait: boolean;
  readonly timeoutMs: number;
  readonly words: readonly string[];
}
