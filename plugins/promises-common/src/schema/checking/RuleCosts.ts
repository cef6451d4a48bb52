import type { SchemaProblem } from './SchemaProblem';

/** What one expression, and what all of a schema, may cost at most: Kubernetes' limits. */
const LIMIT = 10_000_000;
const TOTAL_LIMIT = 100_000_000;
/** How many of the most expensive expressions the API server names when the total is too much. */
const NAMED = 4;

/** Adds up what the rules of a schema can cost at most. */
export class RuleCosts {
  readonly #costs: Array<{ readonly path: string; readonly cost: number }> = [];

  /** Notes what an expression can cost, times how often it can run. */
  add(path: string, cost: number): void {
    this.#costs.push({ path, cost });
  }

  /** Where the API server would refuse the schema because of it. */
  problems(): readonly SchemaProblem[] {
    const problems = this.#costs
      .filter(({ cost }) => cost > LIMIT)
      .map(({ path, cost }) => describe(path, cost / LIMIT));
    const total = this.#costs.reduce((sum, { cost }) => sum + cost, 0);
    if (total <= TOTAL_LIMIT) return problems;
    const known = new Set(problems.map(({ path }) => path));
    const contributing = [...this.#costs]
      .sort((left, right) => right.cost - left.cost)
      .slice(0, NAMED)
      .filter(({ path, cost }) => !known.has(path) && cost > TOTAL_LIMIT / 100);
    return [
      ...problems,
      ...contributing.map(({ path, cost }) =>
        describe(path, cost / TOTAL_LIMIT),
      ),
      describe('', total / TOTAL_LIMIT),
    ];
  }
}

function describe(path: string, factor: number): SchemaProblem {
  const times = factor > 100 ? 'more than 100' : String(Math.ceil(factor));
  return {
    path,
    reason: 'FieldValueForbidden',
    message: `${
      path ? 'the expression' : 'all rules together'
    } can cost ${times} times as much as Kubernetes allows; set maxItems, maxProperties and maxLength on what it looks at, or make it simpler`,
  };
}
