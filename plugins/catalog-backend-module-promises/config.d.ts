export interface Config {
  promises?: {
    /**
     * Where Promises, Destinations and state stores are, as in `catalog.locations`: files and URLs, with wildcards where the
     * catalog takes them. No rule of the catalog is needed for them, they are trusted, and a change of a file is seen within
     * seconds, of a URL within two minutes. A file that cannot be read leaves in force what was read of it before.
     */
    locations?: Array<{
      type: 'file' | 'url';
      /** A path, relative to where the backend is started, or a URL that `integrations` or `backend.reading` gives access to. */
      target: string;
    }>;
    catalog?: {
      /**
       * For development: watches files and asks the catalog to read a file again as soon as it changed, so that an edit
       * is visible within about a second instead of at the catalog's next round.
       *
       * `true` watches the files of `catalog.locations` of type `file`; a list names folders instead (absolute, or
       * relative to where the backend is started), of which every `.yaml` and `.yml` file is watched. Off by default.
       */
      watch?: boolean | string[];
      /** A Template for each Promise that takes orders and does not say `promissory.io/template: "false"`. */
      templates?: {
        /** Default: true */
        enabled?: boolean;
        /**
         * `extension` (default): the form of the marketplace, drawn by the field extension `PromiseRequest` of the promises
         * plugin. `parameters`: JSON Schema, for apps that cannot load it.
         */
        form?: 'extension' | 'parameters';
        /** Namespace of the Templates in the catalog. Default: `default` */
        namespace?: string;
        /** Until when the step of a Template waits. Default: `delivered` */
        wait?: 'none' | 'accepted' | 'delivered';
        /** Only these Promises; patterns in which `*` stands for any text. Default: all */
        include?: {
          names?: string[];
          categories?: string[];
          tags?: string[];
          /** Entity refs, like `group:default/platform` */
          owners?: string[];
        };
      };
    };
  };
}
