import type { StructuralSchema } from '../../schema';
import type { FormModel } from '../types';
import { createNode } from './createNode';
import { once } from './once';

/** How a form is compiled. @public */
export interface CompileFormOptions {
  /** Title of the root; default: the schema's, else none. */
  readonly title?: string;
}

/**
 * The model of the form for a schema, usually that of a spec. Every field is a node: with a typed widget, or with a
 * YAML box and the reason for it. Nodes below the root are made when they are asked for. @public
 */
export function compileForm(
  schema: StructuralSchema,
  options: CompileFormOptions = {},
): FormModel {
  const root = once(() =>
    createNode(options.title ? { ...schema, title: options.title } : schema, {
      key: '',
      title: '',
      required: true,
      depth: 0,
    }),
  );
  return {
    get root() {
      return root();
    },
  };
}
