import type { PromiseDetail } from '@promissory/plugin-promises-common';
import type { RequestHandler } from 'express';
import { callerChoices } from '../../admission/callerChoices';
import type { NamespaceRule } from '../../config/PromisesConfig';
import { describePipelines } from '../../promises/describeRunner';
import type { RouteContext } from '../RouteContext';
import { loadPromise, orderability, promisePermissions } from './promiseAccess';

/** One Promise with what its page and form need. */
export function getPromise(
  context: RouteContext,
): RequestHandler<{ name: string }, PromiseDetail> {
  return async (request, response) => {
    const caller = await context.callers.read(request);
    const rights = await context.authorizer.decide(
      caller.credentials,
      promisePermissions,
    );
    const { detail, current } = await loadPromise(
      context,
      rights,
      request.params.name,
    );
    const { definitions, config } = context;
    const runner = current
      ? definitions.runner(current.definitionSha256, current.definition)
      : { available: true };
    const compiled =
      current &&
      definitions.compile(current.definitionSha256, current.definition);
    const card = { ...detail, runner };
    const choices = callerChoices(config.namespaces, caller);
    response.json({
      ...card,
      ...orderability({ card, caller, rights, choices }),
      schema: compiled && { ...compiled.schema.schema },
      pipelines: current
        ? describePipelines(current.definition, definitions.runners)
        : [],
      namespaces: choices ?? choicesOfService(config.namespaces),
    });
  };
}

/** A service may order anywhere for anybody that the rules name. */
function choicesOfService(
  rules: readonly NamespaceRule[],
): PromiseDetail['namespaces'] {
  return rules.map(({ pattern, groups = [] }) => ({
    namespace: pattern,
    owners: [...groups],
  }));
}
