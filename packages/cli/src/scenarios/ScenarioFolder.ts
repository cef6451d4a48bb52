import type { Scenario } from '../run/runScenario';

/** A folder with a `scenario.yaml`. */
export interface ScenarioFolder extends Omit<Scenario, 'out' | 'logger'> {
  /** Absolute. */
  readonly folder: string;
  readonly description?: string;
}
