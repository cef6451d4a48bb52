import type { z } from 'zod/v4';
import type { Finding } from '../../api';
import { describeIssue } from './describeIssue';
import { error } from './findings';
import { formatPath } from './formatPath';

/** What could be read of a document, and what had to be left out for it. */
export interface Reading<T> {
  /** Undefined where nothing useful is left. */
  readonly value?: T;
  /** One error for each part that could not be read, at its path. */
  readonly findings: Finding[];
}

/**
 * Reads a document, leaving out the parts that do not fit, so that one fault does not hide the rest. What is required
 * takes its parent along when it is left out; `document` itself is not changed.
 */
export function readLenient<T>(
  schema: z.ZodType<T>,
  document: unknown,
): Reading<T> {
  const findings: Finding[] = [];
  let rest: unknown = structuredClone(document);
  let round = readOnce(schema, rest);
  // Each round removes at least one node, so this ends.
  while (round.issues) {
    findings.push(...describe(round.issues, findings));
    if (!removeFaults(rest, round.issues)) {
      return { findings };
    }
    rest = structuredClone(rest);
    round = readOnce(schema, rest);
  }
  return { value: round.value, findings };
}

type Issues = z.core.$ZodIssue[];

function readOnce<T>(
  schema: z.ZodType<T>,
  document: unknown,
): { readonly value?: T; readonly issues?: Issues } {
  const result = schema.safeParse(document, { error: describeIssue });
  return result.success
    ? { value: result.data }
    : { issues: result.error.issues };
}

// That a parent is missing after a part of it was left out is the same fault, told already.
function describe(issues: Issues, told: readonly Finding[]): Finding[] {
  return issues
    .map(issue => error(formatPath(issue.path), issue.message))
    .filter(({ path }) => !told.some(earlier => isBelow(earlier.path, path)));
}

function isBelow(path: string | undefined, parent: string | undefined) {
  return (
    path === parent ||
    path?.startsWith(`${parent}.`) ||
    path?.startsWith(`${parent}[`)
  );
}

/** False where the document itself would have to go. */
function removeFaults(document: unknown, issues: Issues): boolean {
  const paths = issues.map(issue => present(document, issue.path));
  if (paths.some(path => path.length === 0)) {
    return false;
  }
  // Backwards, so that removing an item does not shift the one that is removed next.
  for (const path of paths.sort(compareBackwards)) {
    remove(document, path);
  }
  return true;
}

/** The longest part of the path that exists; a missing required key stands for its parent. */
function present(
  document: unknown,
  path: readonly PropertyKey[],
): PropertyKey[] {
  let node = document;
  for (let depth = 0; depth < path.length; depth++) {
    const key = path[depth];
    if (!isContainer(node) || !Object.hasOwn(node, key)) {
      return path.slice(0, depth);
    }
    node = node[key];
  }
  return [...path];
}

function remove(document: unknown, path: readonly PropertyKey[]): void {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>(
      (node, key) => (isContainer(node) ? node[key] : undefined),
      document,
    );
  const key = path[path.length - 1];
  if (Array.isArray(parent)) {
    parent.splice(Number(key), 1);
  } else if (isContainer(parent)) {
    delete parent[key];
  }
}

function isContainer(node: unknown): node is Record<PropertyKey, unknown> {
  return typeof node === 'object' && node !== null;
}

function compareBackwards(
  left: readonly PropertyKey[],
  right: readonly PropertyKey[],
): number {
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const [a, b] = [left[index], right[index]];
    if (a !== b) {
      return typeof a === 'number' && typeof b === 'number'
        ? b - a
        : String(b).localeCompare(String(a));
    }
  }
  return right.length - left.length;
}
