import { NotFoundError } from '@backstage/errors';
import {
  listPromiseOffers,
  type PromiseOffer,
} from '@promissory/plugin-promises-engine';
import type { Request } from 'express';
import { callerChoices } from '../admission/callerChoices';
import type { Caller } from '../caller/Caller';
import { placeOrder } from '../routes/promises/placeOrder';
import {
  loadPromise,
  orderability,
  promisePermissions,
} from '../routes/promises/promiseAccess';
import { requestPermissions } from '../routes/requests/withCan';
import { learnDefinitions } from '../promises/learnDefinitions';
import type { RouteContext } from '../routes/RouteContext';
import type { ActionSource } from './actionsProtocol';
import { ActionTexts } from './ActionTexts';
import { chooseNamespace } from './chooseNamespace';
import { ACTION_PLUGIN } from './describeAction';
import { readActionInput } from './readActionInput';

/**
 * One action for each Promise that takes orders from the caller, exactly as the Promise is at this moment. What the
 * database says is asked every time; what follows from a revision is worked out once.
 */
export class PromiseActions implements ActionSource {
  readonly #context: RouteContext;
  readonly #texts = ActionTexts.create();

  static create(context: RouteContext): PromiseActions {
    return new PromiseActions(context);
  }

  private constructor(context: RouteContext) {
    this.#context = context;
  }

  async list(request: Request): Promise<readonly string[]> {
    const { callers, authorizer, knex, platform, config } = this.#context;
    const caller = await callers.read(request);
    const [rights, all] = await Promise.all([
      authorizer.decide(caller.credentials, promisePermissions),
      listPromiseOffers(knex, { platform: platform.name }),
    ]);
    await this.#prepare(all);
    const choices = callerChoices(config.namespaces, caller);
    const offers = all.filter(
      offer =>
        rights.mayReadPromise({ name: offer.name, ownerRef: offer.ownerRef }) &&
        this.#isOffered(offer, caller) &&
        orderability({ card: this.#cardOf(offer), caller, rights, choices })
          .orderable,
    );
    return this.#texts.list(offers);
  }

  async invoke(
    request: Request,
    call: { readonly id: string; readonly input: unknown },
  ): Promise<object> {
    const context = this.#context;
    const promiseName = promiseOf(call.id);
    const caller = await context.callers.read(request);
    const rights = await context.authorizer.decide(caller.credentials, [
      ...promisePermissions,
      ...requestPermissions,
    ]);
    // A Promise that may not be read has no action.
    const promise = await loadPromise(context, rights, promiseName);
    if (isToolCall(caller)) {
      const offers = await listPromiseOffers(context.knex, {
        platform: context.platform.name,
      });
      await this.#prepare(offers);
      const offer = offers.find(({ name }) => name === promise.row.name);
      if (!offer || !this.#texts.isTool(offer)) throw noAction(call.id);
    }
    const input = readActionInput(call.input);
    const { outcome, stored } = await placeOrder(context, {
      request,
      caller,
      rights,
      promiseName,
      namespace: chooseNamespace(
        input.namespace,
        callerChoices(context.config.namespaces, caller),
      ),
      name: input.name,
      body: {
        spec: input.spec,
        ...(input.owner !== undefined && { owner: input.owner }),
      },
    });
    return {
      uid: stored.uid,
      promise: stored.promise.name,
      namespace: stored.namespace,
      name: stored.name,
      owner: stored.owner,
      outcome,
      state: stored.state.name,
    };
  }

  /** Reads the definitions of what is new or has changed. */
  async #prepare(offers: readonly PromiseOffer[]): Promise<void> {
    const missing = this.#texts.missing(offers);
    const definitions = await learnDefinitions(this.#context, missing);
    if (missing.length > 0) this.#texts.keep(offers, definitions);
  }

  #isOffered(offer: PromiseOffer, caller: Caller): boolean {
    return !isToolCall(caller) || this.#texts.isTool(offer);
  }

  #cardOf(offer: PromiseOffer): Parameters<typeof orderability>[0]['card'] {
    const { name, availability, hasApi, definitionSha256 } = offer;
    const { definitions } = this.#context;
    const runner = definitions.knownRunner(definitionSha256);
    return {
      name,
      availability,
      api: hasApi || undefined,
      runner: runner ?? { available: false },
    };
  }
}

function promiseOf(id: string): string {
  const prefix = `${ACTION_PLUGIN}:`;
  if (!id.startsWith(prefix)) throw noAction(id);
  return id.slice(prefix.length);
}

function noAction(id: string): NotFoundError {
  return new NotFoundError(`There is no action ${id}`);
}

/** Backstage's MCP server lists every action that it sees, so it sees those alone that are meant for it. */
function isToolCall({ actor }: Caller): boolean {
  return actor.origin === 'mcp' || actor.ref === 'plugin:mcp-actions';
}
