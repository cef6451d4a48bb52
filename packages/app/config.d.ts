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

  /**
   * Repositories that the action `publish:local-git` makes, for a laptop without a Git host. The backend refuses to start
   * with it in production.
   */
  localGit?: {
    /** Folder of the bare repositories, relative to the working directory of the backend. */
    directory: string;
  };
}
