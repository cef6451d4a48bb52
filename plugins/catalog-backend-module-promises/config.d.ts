export interface Config {
  promises?: {
    catalog?: {
      /**
       * For development: watches files and asks the catalog to read a file again as soon as it changed, so that an edit
       * is visible within about a second instead of at the catalog's next round.
       *
       * `true` watches the files of `catalog.locations` of type `file`; a list names folders instead (absolute, or
       * relative to where the backend is started), of which every `.yaml` and `.yml` file is watched. Off by default.
       */
      watch?: boolean | string[];
    };
  };
}
