import {
  componentEntityV1alpha1Validator,
  type Entity,
  FieldFormatEntityPolicy,
  NoForeignRootFieldsEntityPolicy,
  resourceEntityV1alpha1Validator,
  SchemaValidEntityPolicy,
} from '@backstage/catalog-model';

const POLICIES = [
  new SchemaValidEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(),
];

/** Judges a catalog file as the catalog does. Throws what is wrong. */
export async function checkEntity(entity: Entity): Promise<void> {
  for (const policy of POLICIES) await policy.enforce(entity);
  const known =
    (await componentEntityV1alpha1Validator.check(entity)) ||
    (await resourceEntityV1alpha1Validator.check(entity));
  if (!known) throw new Error(`${entity.kind} is not expected here`);
}
