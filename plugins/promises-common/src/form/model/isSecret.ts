import type { StructuralSchema } from '../../schema';

const NAME =
  /(?:password|passwd|passphrase|apikey|api_key|secretkey|accesskey|privatekey|clientsecret|token)$/i;

/** Whether a text is better not shown: format `password`, or a name that says so. */
export function isSecret(key: string, schema: StructuralSchema): boolean {
  return schema.format === 'password' || NAME.test(key);
}
