import type { PromiseDetail } from '@promissory/plugin-promises-common';
import type { RequestHandler } from 'express';
import { namespaceChoices } from '../../admission/namespaceChoices';
import type { Caller } from '../../caller/Caller';
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
    response.json({
      ...card,
      ...orderability({ card, caller, rights, rules: config.namespaces }),
      schema: compiled && { ...compiled.schema.schema },
      pipelines: current
        ? describePipelines(current.definition, definitions.runners)
        : [],
      namespaces: choices(config.namespaces, caller),
    });
  };
}

/** A service may order anywhere for anybody that the rules name. */
function choices(
  rules: readonly NamespaceRule[],
  caller: Caller,
): PromiseDetail['namespaces'] {
  return caller.refs === undefined
    ? rules.map(({ pattern, groups = [] }) => ({
        namespace: pattern,
        owners: [...groups],
      }))
    : namespaceChoices(rules, caller.refs);
}
