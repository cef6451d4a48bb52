import type { Actor } from '@promissory/plugin-promises-engine';

/** Through what a call came: a plugin that acts for a person, a browser, or anything else. */
export function readOrigin(call: {
  /** Subject of the service that acts on behalf of the person. */
  readonly actingService: string | undefined;
  /** Browsers name themselves in headers that a page cannot set. */
  readonly fromBrowser: boolean;
}): Actor['origin'] {
  if (call.actingService === 'plugin:scaffolder') return 'template';
  if (call.actingService === 'plugin:mcp-actions') return 'mcp';
  return call.actingService === undefined && call.fromBrowser ? 'ui' : 'api';
}
