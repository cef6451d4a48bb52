import type { FormNode } from '@promissory/plugin-promises-common';

/** Called for every node below the root: its place as text, as `walkFields` writes it. */
export type VisitNode = (path: string, node: FormNode) => void;

/** Visits every node of a form below a node. */
export function walkForm(node: FormNode, visit: VisitNode, path = ''): void {
  const item = node.item();
  for (const child of item ? [...node.children(), item] : node.children()) {
    const at = `${path}/${child.key}`;
    visit(at, child);
    walkForm(child, visit, at);
  }
}
