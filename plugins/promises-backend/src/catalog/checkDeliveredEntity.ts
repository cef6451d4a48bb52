import {
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  DEFAULT_NAMESPACE,
  DefaultNamespaceEntityPolicy,
  EntityPolicies,
  FieldFormatEntityPolicy,
  NoForeignRootFieldsEntityPolicy,
  parseEntityRef,
  resourceEntityV1alpha1Validator,
  SchemaValidEntityPolicy,
  stringifyEntityRef,
  systemEntityV1alpha1Validator,
  type Entity,
  type KindValidator,
} from '@backstage/catalog-model';
import {
  REQUEST_ENTITY_TYPE,
  type JsonObject,
} from '@promissory/plugin-promises-common';
import { findPlaceholder } from './findPlaceholder';

/** Kinds that an order may bring. People, rights, templates and locations are not for it to say. */
const KINDS: Readonly<Record<string, KindValidator>> = {
  Component: componentEntityV1alpha1Validator,
  Resource: resourceEntityV1alpha1Validator,
  API: apiEntityV1alpha1Validator,
  System: systemEntityV1alpha1Validator,
};

const policy = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new DefaultNamespaceEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);

/** Whose order a document came with. */
export interface DeliveredFor {
  readonly ownerRef?: string;
  readonly namespace?: string;
}

/** Whether a document means to be an entity of Backstage; anything else is just a file. */
export function isEntityDocument(value: JsonObject): boolean {
  const group =
    typeof value.apiVersion === 'string' ? value.apiVersion.split('/')[0] : '';
  return group === 'backstage.io' || group.endsWith('.backstage.io');
}

/** The entity of a document with its namespace, or why it may not appear in the catalog. */
export async function checkDeliveredEntity(
  value: JsonObject,
  order: DeliveredFor,
): Promise<{ readonly entity: Entity } | { readonly problem: string }> {
  const kind = String(value.kind);
  const validator = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (!validator) {
    return {
      problem: `kind ${kind} may not be delivered to the catalog; Component, Resource, API and System may`,
    };
  }
  const placeholder = findPlaceholder(value);
  if (placeholder) {
    return {
      problem: `${placeholder}: placeholders are not resolved in what was delivered; write the text itself`,
    };
  }
  let entity: Entity;
  try {
    const { apiVersion, metadata, spec } = value as unknown as Entity;
    const given = { apiVersion, kind, metadata, spec };
    entity = (await policy.enforce(given)) ?? given;
    if (!(await validator.check(entity))) {
      return { problem: `apiVersion ${apiVersion} is not one of kind ${kind}` };
    }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
  const problem =
    checkType(entity) ??
    checkNamespace(entity, order) ??
    checkOwner(entity, order);
  return problem === undefined ? { entity } : { problem };
}

function checkType({ spec }: Entity): string | undefined {
  return spec?.type === REQUEST_ENTITY_TYPE
    ? `spec.type: ${REQUEST_ENTITY_TYPE} is for the entities of requests; choose another type`
    : undefined;
}

/** An order in one namespace has nothing to say in those of others. */
function checkNamespace(
  { metadata }: Entity,
  order: DeliveredFor,
): string | undefined {
  const { namespace = DEFAULT_NAMESPACE } = metadata;
  const allowed = [...new Set([DEFAULT_NAMESPACE, order.namespace])].flatMap(
    each => each ?? [],
  );
  return allowed.some(each => lower(each) === lower(namespace))
    ? undefined
    : `metadata.namespace: ${namespace} is not the request's; write ${allowed.join(
        ' or ',
      )}`;
}

function checkOwner(
  { metadata, spec }: Entity,
  order: DeliveredFor,
): string | undefined {
  if (order.ownerRef === undefined) {
    return 'nobody owns what it was delivered for, so nobody may own it either';
  }
  const wanted = lower(order.ownerRef);
  let owner: string;
  try {
    owner = stringifyEntityRef(
      parseEntityRef(String(spec?.owner), {
        defaultKind: 'Group',
        defaultNamespace: metadata.namespace ?? DEFAULT_NAMESPACE,
      }),
    );
  } catch (error) {
    return `spec.owner: ${error instanceof Error ? error.message : error}`;
  }
  return owner === wanted
    ? undefined
    : `spec.owner: ${owner} is not who owns the order; write ${wanted}`;
}

function lower(text: string): string {
  return text.toLocaleLowerCase('en-US');
}
