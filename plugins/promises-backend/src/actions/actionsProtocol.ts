import { InputError } from '@backstage/errors';
import type { JsonSchema } from '@promissory/plugin-promises-common';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod/v4';
import { tellInStatusLine } from './tellInStatusLine';

/**
 * The wire protocol between Backstage's ActionsService and a plugin that has actions, as of Backstage 1.55. It is alpha
 * upstream: everything that knows it is in this file, and `contract.test.ts` holds it against the real client.
 */
export const ACTIONS_PATH = '/.backstage/actions';

/** An action as it is listed. */
export interface ListedAction {
  readonly id: string;
  readonly pluginId: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly schema: { readonly input: JsonSchema; readonly output: JsonSchema };
  readonly examples?: ReadonlyArray<{
    readonly title: string;
    readonly input: object;
  }>;
  readonly attributes: {
    readonly readOnly: boolean;
    readonly destructive: boolean;
    readonly idempotent: boolean;
  };
}

/** Who lists actions and runs them. */
export interface ActionSource {
  /**
   * Each a {@link ListedAction} as JSON: hundreds of them are not written anew for every question. The same array as
   * before stands for the same answer.
   */
  list(request: Request): Promise<readonly string[]>;
  /** What the action answers; a NotFoundError where there is none of this id. */
  invoke(
    request: Request,
    call: { readonly id: string; readonly input: unknown },
  ): Promise<object>;
}

const wrappedCall = z.object({
  input: z.unknown(),
  secrets: z.unknown().optional(),
});

/** Serves actions. The plugin must not depend on `actionsRegistryServiceRef`: its routes would come first. */
export function createActionsRouter(source: ActionSource): Router {
  const router = PromiseRouter();
  const answers = new WeakMap<readonly string[], Buffer>();
  router.get(`${ACTIONS_PATH}/v1/actions`, async (request, response) => {
    const actions = await source.list(request);
    // Backstage's compression would take longer than all the rest, and the answer stays in the house.
    response.set('Cache-Control', 'no-store, no-transform');
    response.set('Content-Type', 'application/json; charset=utf-8');
    const answer =
      answers.get(actions) ?? Buffer.from(`{"actions":[${actions.join(',')}]}`);
    answers.set(actions, answer);
    response.end(answer);
  });
  router.post(
    `${ACTIONS_PATH}/v1/actions/:id/invoke`,
    async (request, response) => {
      const { id } = request.params;
      const output = await source.invoke(request, { id, input: request.body });
      response.json({ output });
    },
  );
  router.post(
    `${ACTIONS_PATH}/v2/actions/:id/invoke`,
    async (request, response) => {
      const { id } = request.params;
      const call = wrappedCall.safeParse(request.body);
      if (!call.success) {
        throw new InputError('The body must be an object with an input');
      }
      if (call.data.secrets !== undefined) {
        throw new InputError(`The action ${id} takes no secrets`);
      }
      const { input } = call.data;
      response.json({ output: await source.invoke(request, { id, input }) });
    },
  );
  router.use(ACTIONS_PATH, tellInStatusLine);
  return router;
}
