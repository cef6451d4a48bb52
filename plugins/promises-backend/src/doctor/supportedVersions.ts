/** Ranges of what the backend may run in and with. */
export const supportedVersions = {
  /** `engines.node` of the repository */
  node: '^22.19.0 || 24',
  /** Tests run against the oldest. */
  backstage: '>=1.55.0 <1.56.0-0',
  /** Secrets reach git through its environment, which older ones do not read. */
  git: '>=2.31.0',
} as const;
