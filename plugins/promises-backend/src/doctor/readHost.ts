import type { HostFacts } from './types';

/** This process. */
export function readHost(): HostFacts {
  return {
    nodeVersion: process.versions.node,
    directory: process.cwd(),
    production: process.env.NODE_ENV === 'production',
  };
}
