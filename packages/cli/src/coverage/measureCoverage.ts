import {
  compileForm,
  type JsonObject,
} from '@promissory/plugin-promises-common';
import { formSchema } from './formSchema';
import { walkFields } from './walkFields';
import { walkForm } from './walkForm';

/** How much of a schema its form reaches. */
export interface Coverage {
  /** Properties that the schema declares, by a walker of its own. */
  readonly fieldsTotal: number;
  /** Those that have a widget of their own. */
  readonly fieldsDrawn: number;
  /** Nodes that are edited as YAML. */
  readonly yamlNodes: number;
  /** Reasons for YAML, with how often. */
  readonly yamlReasons: Readonly<Record<string, number>>;
  /** Places that neither a widget nor a YAML node reaches. */
  readonly lost: readonly string[];
}

/** Compares the fields of a schema with the nodes of its form. */
export function measureCoverage(source: JsonObject): Coverage {
  const schema = formSchema(source);
  const drawn = new Set<string>();
  const yaml = new Set<string>();
  const yamlReasons: Record<string, number> = {};
  const { root } = compileForm(schema);
  const visit = (path: string, { widget }: typeof root) => {
    if (widget.kind !== 'yaml') {
      drawn.add(path);
      return;
    }
    yaml.add(path);
    yamlReasons[widget.reason] = (yamlReasons[widget.reason] ?? 0) + 1;
  };
  visit('', root);
  walkForm(root, visit);

  let fieldsTotal = 0;
  let fieldsDrawn = 0;
  const lost: string[] = [];
  walkFields(schema, path => {
    fieldsTotal++;
    if (drawn.has(path)) fieldsDrawn++;
    else if (!isBelow(path, yaml)) lost.push(path);
  });
  return { fieldsTotal, fieldsDrawn, yamlNodes: yaml.size, yamlReasons, lost };
}

/** Whether a place is in the text of a YAML node. */
function isBelow(path: string, yaml: ReadonlySet<string>): boolean {
  for (let end = path.length; end >= 0; end = path.lastIndexOf('/', end - 1)) {
    if (yaml.has(path.slice(0, end))) return true;
    if (end === 0) return false;
  }
  return false;
}
