import type { PolicyViolation } from '@promissory/plugin-promises-common';
import { compileRule, type Variables } from './compileRule';
import { matchesDocument } from './matchesDocument';
import { containersOf } from './containersOf';
import { podSpecOf } from './podSpecOf';
import { nameOfRule } from './nameOfRule';
import { policyInvalid } from './policyInvalid';
import { readDocuments } from './readDocuments';
import type { RenderedDocument, SourcedRule } from './types';

const DOCUMENT_VARIABLES = ['document', 'file', 'podSpec', 'containers'];

/** Name of the rule that a file breaks which cannot be read while rules are for documents. */
const READABLE = 'readable-documents';

/** What rules are asked about. */
export interface PolicySubject {
  readonly variables: Variables;
  readonly output: ReadonlyMap<string, Uint8Array>;
  /** Files and folders that hold no documents. */
  readonly ignore: readonly string[];
}

/**
 * All rules that are broken, in the order of the rules, then of the documents. Throws PolicyInvalid for a rule that
 * cannot be asked.
 */
export function findViolations(
  rules: readonly SourcedRule[],
  { variables, output, ignore }: PolicySubject,
): readonly PolicyViolation[] {
  const readsDocuments = rules.some(mentionsDocuments);
  const { documents, unreadable } = readsDocuments
    ? readDocuments(output, ignore)
    : { documents: [], unreadable: [] };
  const shared: Variables = {
    ...variables,
    documents: documents.map(({ content }) => content),
  };
  const names = Object.keys(shared);
  const asked = rules.map(sourced => ({
    sourced,
    ask: compileRule(
      sourced,
      sourced.rule.scope === 'document'
        ? [...names, ...DOCUMENT_VARIABLES]
        : names,
    ),
  }));
  return [
    ...unreadable.map(
      ({ file, problem }): PolicyViolation => ({
        rule: READABLE,
        severity: 'error',
        message: `cannot be read as YAML, so no rule can see it: ${problem}`,
        file,
      }),
    ),
    ...asked.flatMap(({ sourced, ask }) =>
      subjectsOf(sourced, shared, documents).flatMap(subject =>
        ask(subject.variables).map(
          (broken): PolicyViolation => ({
            rule: sourced.rule.name,
            ...(sourced.policy === undefined ? {} : { policy: sourced.policy }),
            severity: sourced.rule.severity,
            ...broken,
            ...subject.blame,
          }),
        ),
      ),
    ),
  ];
}

function subjectsOf(
  sourced: SourcedRule,
  shared: Variables,
  documents: readonly RenderedDocument[],
): ReadonlyArray<{
  readonly variables: Variables;
  readonly blame?: Pick<PolicyViolation, 'file' | 'document'>;
}> {
  const { rule } = sourced;
  if (rule.scope === 'request') {
    if (rule.match) {
      throw policyInvalid(
        `${nameOfRule(sourced)}: match`,
        'is for rules with scope: document; use when',
      );
    }
    return [{ variables: shared }];
  }
  return documents
    .filter(document => matchesDocument(document, rule.match))
    .map(({ file, content }) => {
      const podSpec = podSpecOf(content);
      return {
        variables: {
          ...shared,
          document: content,
          file,
          podSpec,
          containers: containersOf(podSpec),
        },
        blame: { file, document: nameOfDocument(content) },
      };
    });
}

function nameOfDocument({ kind, metadata }: RenderedDocument['content']) {
  const { namespace, name } = (metadata ?? {}) as Record<string, unknown>;
  return `${kind ?? 'document'} ${[namespace, name]
    .filter(part => typeof part === 'string' && part !== '')
    .join('/')}`.trimEnd();
}

/** Documents are read only for rules that look at them: a file that cannot be read concerns no other rule. */
function mentionsDocuments({ rule }: SourcedRule): boolean {
  const {
    scope,
    when,
    forEach,
    expression,
    message,
    messageExpression,
    field,
  } = rule;
  return (
    scope === 'document' ||
    [when, forEach?.in, expression, message, messageExpression, field].some(
      source => source !== undefined && /\bdocuments\b/.test(source),
    )
  );
}
