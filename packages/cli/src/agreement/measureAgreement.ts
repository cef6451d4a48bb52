import type { SchemaCase } from '../cases/SchemaCase';
import { judgeObject, type CompiledCase } from './judgeObject';
import type { Judge } from './Judge';
import { judgeSchema } from './judgeSchema';
import type { Verdict } from './Verdict';

/** A case in which the library and the API server differ. */
export interface Disagreement {
  readonly schema: string;
  /** The id of the object's case; null for the schema itself. */
  readonly case: string | null;
  readonly what: string;
  readonly rule: string;
}

/** How far the library agrees with an API server. */
export interface Agreement {
  readonly schemas: number;
  /** Verdicts on schemas and on objects. */
  readonly cases: number;
  readonly agree: number;
  readonly agreeVerdict: number;
  readonly agreeStored: number;
  readonly agreeCauses: number;
  readonly disagree: readonly Disagreement[];
}

function attempt(judge: () => Verdict): Verdict {
  try {
    return judge();
  } catch (error) {
    return {
      verdict: false,
      stored: false,
      causes: false,
      difference: { what: String(error), rule: 'exception' },
    };
  }
}

function compile(
  { schema, schemaBefore }: SchemaCase,
  judge: Judge,
): CompiledCase {
  const now = judge.compile(schema);
  const before = schemaBefore === undefined ? now : judge.compile(schemaBefore);
  return { now, before };
}

/** The same value for every call. */
function once<T>(compute: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => {
    kept ??= { value: compute() };
    return kept.value;
  };
}

/** Judges every schema and object, and compares with what was recorded. */
export function measureAgreement(
  recorded: readonly SchemaCase[],
  judge: Judge,
): Agreement {
  const counts = { cases: 0, agree: 0, verdict: 0, stored: 0, causes: 0 };
  const disagree: Disagreement[] = [];
  const count = (schema: string, id: string | null, verdict: Verdict) => {
    counts.cases++;
    for (const what of ['verdict', 'stored', 'causes'] as const)
      if (verdict[what]) counts[what]++;
    if (verdict.verdict && verdict.stored && verdict.causes) counts.agree++;
    else
      disagree.push({
        schema,
        case: id,
        ...(verdict.difference ?? { what: 'the verdict', rule: 'verdict' }),
      });
  };

  for (const schemaCase of recorded) {
    const { id, cases = [] } = schemaCase;
    count(
      id,
      null,
      attempt(() => judgeSchema(schemaCase, judge)),
    );
    const compiled = once(() => compile(schemaCase, judge));
    for (const one of cases)
      count(
        id,
        one.id,
        attempt(() => judgeObject(one, schemaCase, compiled())),
      );
  }
  return {
    schemas: recorded.length,
    cases: counts.cases,
    agree: counts.agree,
    agreeVerdict: counts.verdict,
    agreeStored: counts.stored,
    agreeCauses: counts.causes,
    disagree,
  };
}
