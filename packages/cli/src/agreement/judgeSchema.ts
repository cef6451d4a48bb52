import type { SchemaCase } from '../cases/SchemaCase';
import { compareCauses } from './compareCauses';
import type { Judge } from './Judge';
import { agreement, type Verdict } from './Verdict';

const PREFIX = 'spec.validation.openAPIV3Schema';
/** The answer to a body that could not be decoded: it names no causes. */
const BAD_REQUEST = 400;

/** Compares what is said of a schema with what the API server said of its definition. */
export function judgeSchema(recorded: SchemaCase, judge: Judge): Verdict {
  const problems = judge.findProblems(recorded.schema);
  const accepted = problems.length === 0;
  if (accepted !== recorded.crdAccepted)
    return {
      verdict: false,
      stored: true,
      causes: false,
      difference: compareCauses(
        recorded.crdCauses ?? [],
        problems.map(toCause),
      ) ?? { what: describeVerdict(recorded.crdAccepted), rule: 'schema' },
    };
  if (accepted || recorded.crdHttpCode === BAD_REQUEST || !recorded.crdCauses)
    return agreement;
  const difference = compareCauses(recorded.crdCauses, problems.map(toCause));
  return difference
    ? { verdict: true, stored: true, causes: false, difference }
    : agreement;
}

function toCause({ path, reason }: { path: string; reason: string }) {
  return { field: path ? `${PREFIX}.${path}` : PREFIX, reason };
}

function describeVerdict(accepted: boolean): string {
  return accepted ? 'the API server takes it' : 'the API server refuses it';
}
