import type { Judge } from './Judge';

type SpoilJudge = (judge: Judge) => Judge;

/** Leaves out what one part of the semantics does, or does it wrong. */
const faults = {
  schemas: judge => ({ ...judge, findProblems: () => [] }),
  pruning: judge => ({
    ...judge,
    compile: schema => ({ ...judge.compile(schema), prune: object => object }),
  }),
  defaults: judge => ({
    ...judge,
    compile: schema => ({
      ...judge.compile(schema),
      applyDefaults: object => object,
    }),
  }),
  required: judge => ({
    ...judge,
    compile: schema => {
      const compiled = judge.compile(schema);
      return {
        ...compiled,
        violations: (object, options) =>
          compiled
            .violations(object, options)
            .filter(({ reason }) => reason !== 'FieldValueRequired'),
      };
    },
  }),
  reasons: judge => ({
    ...judge,
    compile: schema => {
      const compiled = judge.compile(schema);
      return {
        ...compiled,
        violations: (object, options) =>
          compiled.violations(object, options).map(violation => ({
            ...violation,
            reason: 'FieldValueInvalid' as const,
          })),
      };
    },
  }),
} satisfies Record<string, SpoilJudge>;

/** Faults that the command must notice. */
export type FaultName = keyof typeof faults;

/** Their names. */
export const faultNames = Object.keys(faults) as readonly FaultName[];

/** A judge that is wrong in one way. */
export function withFault(judge: Judge, name: FaultName): Judge {
  return faults[name](judge);
}
