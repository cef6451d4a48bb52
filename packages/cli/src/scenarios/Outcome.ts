/** Texts by their slash separated path: what came of a scenario, or what is expected of it. */
export type Outcome = ReadonlyMap<string, string>;
