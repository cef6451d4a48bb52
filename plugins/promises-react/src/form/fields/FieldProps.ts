import type { DataPath, FormNode } from '@promissory/plugin-promises-common';

/** What every widget is given. */
export interface FieldProps {
  readonly node: FormNode;
  readonly path: DataPath;
  /** Name of the field; the title of the node unless given. */
  readonly label?: string;
  /** What the server fills in here while the field is absent. */
  readonly defaultValue?: unknown;
  /** An entry of a list stays when it is emptied; a property goes. */
  readonly isEntry?: boolean;
}
