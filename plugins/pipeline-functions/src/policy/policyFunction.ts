import { requestVariables } from '../expressions/requestVariables';
import { FunctionError } from '../pipelineFunction/FunctionError';
import { getFact } from '../pipelineFunction/getFact';
import { readOptions } from '../pipelineFunction/readOptions';
import type {
  FactInput,
  FunctionInput,
  FunctionOutput,
  PipelineFunction,
} from '../pipelineFunction/types';
import { findViolations } from './findViolations';
import { mergeWarnings } from './mergeWarnings';
import { policyOptionsSchema } from './optionsSchema';
import { policyExample } from './policyExample';
import { POLICY_INVALID } from './policyInvalid';
import { printViolation, printViolations } from './printViolations';
import { readSharedRules, type PolicySource } from './readSharedRules';
import type { Rule, SourcedRule } from './types';

const NAME = 'policy';

/** Violations that a step hands on; the log has all. */
const REPORTED = 100;

interface PolicyOptions {
  readonly rules?: readonly Rule[];
  readonly policies?: ReadonlyArray<{
    readonly promise: string;
    readonly name?: string;
  }>;
  readonly ignore?: readonly string[];
}

function readPolicyOptions(input: FactInput): PolicyOptions {
  return readOptions(
    { name: NAME, optionsSchema: policyOptionsSchema },
    input,
    { reason: POLICY_INVALID },
  );
}

/** Shared policies by the names of their facts. */
function sourcesOf({
  policies = [],
}: PolicyOptions): ReadonlyArray<readonly [string, PolicySource]> {
  return policies.map(({ promise, name = promise }, index) => [
    `policy-${index}`,
    { promise, name },
  ]);
}

function rulesOf(
  options: PolicyOptions,
  input: FunctionInput,
): readonly SourcedRule[] {
  const shared = sourcesOf(options).flatMap(([fact, source]) =>
    readSharedRules(source, getFact(input, fact, 'dependency')).map(rule => ({
      rule,
      policy: source.name,
    })),
  );
  return [...shared, ...(options.rules ?? []).map(rule => ({ rule }))];
}

/** Asks the rules of policies about the request and what was rendered for it. @public */
export const policyFunction: PipelineFunction = {
  name: NAME,
  title: 'Policy',
  description:
    'Asks rules in CEL about the request and about every document that containers before wrote; an error fails the step, a warning is shown.',
  optionsSchema: policyOptionsSchema,
  example: policyExample,
  facts(input: FactInput) {
    return Object.fromEntries(
      sourcesOf(readPolicyOptions(input)).map(([fact, { promise, name }]) => [
        fact,
        {
          kind: 'dependency' as const,
          promise,
          document: { kind: 'ConfigMap', name },
        },
      ]),
    );
  },
  run(input: FunctionInput): FunctionOutput {
    const options = readPolicyOptions(input);
    const violations = findViolations(rulesOf(options, input), {
      variables: requestVariables(input),
      output: input.output,
      ignore: options.ignore ?? [],
    });
    for (const violation of violations) {
      input.log(`${violation.severity}: ${printViolation(violation)}`);
    }
    const of = (severity: string) =>
      violations.filter(violation => violation.severity === severity);
    const errors = of('error');
    const warnings = of('warning');
    const reported = [...errors, ...warnings].slice(0, REPORTED);
    if (errors.length > 0) {
      throw new FunctionError('', printViolations(errors), {
        reason: 'PolicyViolation',
        violations: reported,
      });
    }
    return {
      output: new Map(),
      metadata: mergeWarnings(warnings.slice(0, REPORTED), input),
      violations: reported,
    };
  },
};
