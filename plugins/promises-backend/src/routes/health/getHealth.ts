import type { Health } from '@promissory/plugin-promises-common';
import type { PromisesEngine } from '@promissory/plugin-promises-engine';
import type { RequestHandler } from 'express';

/** Whether this replica does its work; without a look at the database, so that a probe costs nothing. */
export function getHealth(
  engine: Pick<PromisesEngine, 'health'>,
): RequestHandler<unknown, Health> {
  return (_request, response) => {
    const { ready, loops } = engine.health;
    response.status(ready ? 200 : 503).json({ ready, loops: [...loops] });
  };
}
