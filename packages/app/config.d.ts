export interface Config {
  /**
   * People whom the development sign-in offers. Absent in production: there the provider is not registered.
   */
  developmentSignIn?: {
    /** @deepVisibility frontend */
    people?: Array<{
      /** Entity ref of a User in the catalog. */
      ref: string;
      /** Shown on the sign-in page. */
      name: string;
      /** What the demo's permission policy lets them do. */
      role: 'developer' | 'platform-engineer' | 'security-engineer' | 'visitor';
      /** A sentence about them on the sign-in page. */
      description: string;
    }>;
  };
}
