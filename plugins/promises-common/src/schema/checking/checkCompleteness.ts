import type { StructuralSchema } from '../types';
import { childPath } from './SchemaPlace';
import type { SchemaProblem } from './SchemaProblem';

type Node = StructuralSchema | undefined;

/**
 * Unions of the root must only restrict what the root declares. Kubernetes does not look at unions further below.
 */
export function checkCompleteness(root: StructuralSchema): SchemaProblem[] {
  const problems: SchemaProblem[] = [];

  function visit(
    restricting: Node,
    declared: Node,
    at: { declared: string; restricting: string },
  ): void {
    if (!restricting) return;
    if (!declared) {
      problems.push({
        path: at.declared,
        reason: 'FieldValueRequired',
        message: `must be declared, because ${at.restricting} restricts it`,
      });
      return;
    }
    visitUnions(restricting, declared, at);
    visit(restricting.items, declared.items, below(at, 'items'));
    for (const [key, child] of Object.entries(restricting.properties ?? {}))
      visit(child, declared.properties?.[key], below(at, `properties[${key}]`));
  }

  function visitUnions(
    restricting: StructuralSchema,
    declared: StructuralSchema,
    at: { declared: string; restricting: string },
  ): void {
    const inUnion = (part: string) => ({
      declared: at.declared,
      restricting: childPath(at.restricting, part),
    });
    visit(restricting.not, declared, inUnion('not'));
    for (const keyword of ['allOf', 'anyOf', 'oneOf'] as const)
      restricting[keyword]?.forEach((alternative, index) =>
        visit(alternative, declared, inUnion(`${keyword}[${index}]`)),
      );
  }

  visitUnions(root, root, { declared: '', restricting: '' });
  return problems;
}

function below(
  at: { declared: string; restricting: string },
  part: string,
): { declared: string; restricting: string } {
  return {
    declared: childPath(at.declared, part),
    restricting: childPath(at.restricting, part),
  };
}
