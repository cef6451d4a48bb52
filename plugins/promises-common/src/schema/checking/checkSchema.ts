import type { components } from '../../api/generated/openapi';
import { InvalidSchemaError } from '../InvalidSchemaError';
import { readSchemaTree } from '../nodes/readSchemaTree';
import { checkCompleteness } from './checkCompleteness';
import { checkNode } from './checkNode';
import { findWarnings } from './findWarnings';
import { RuleCosts } from './RuleCosts';
import type { SchemaProblem } from './SchemaProblem';

type Finding = components['schemas']['Finding'];

/**
 * What the API server would refuse at the definition of a resource with this schema (`error`), and what it would ignore
 * (`warning`): a schema with errors is refused at the Promise, not at the requester. Paths are Kubernetes':
 * `properties[spec].properties[size].pattern`. @public
 */
export function checkSchema(schema: unknown): Finding[] {
  let problems: readonly SchemaProblem[];
  let warnings: readonly Finding[] = [];
  try {
    problems = findProblems(schema);
    if (problems.length === 0) warnings = findWarnings(readSchemaTree(schema));
  } catch (error) {
    if (!(error instanceof InvalidSchemaError)) throw error;
    const { path, problem } = error;
    return [{ severity: 'error', path, message: problem }];
  }
  return [
    ...problems.map(({ path, message }) => ({
      severity: 'error' as const,
      path,
      message,
    })),
    ...warnings,
  ];
}

/**
 * The same errors with Kubernetes' reasons, without warnings: empty where the API server takes the schema. @public
 */
export function findSchemaProblems(schema: unknown): readonly SchemaProblem[] {
  try {
    return findProblems(schema);
  } catch (error) {
    if (!(error instanceof InvalidSchemaError)) throw error;
    const { path, reasons, problem } = error;
    return reasons.map(reason => ({ path, reason, message: problem }));
  }
}

function findProblems(schema: unknown): readonly SchemaProblem[] {
  const root = readSchemaTree(schema);
  const problems: SchemaProblem[] = [];
  const costs = new RuleCosts();
  checkNode(
    root,
    { path: '', level: 'root', nested: false, mostValues: 1, costs },
    problems,
  );
  return [...problems, ...checkCompleteness(root), ...costs.problems()];
}
