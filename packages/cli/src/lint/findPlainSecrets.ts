import type { LintFinding } from './LintFinding';
import type { SchemaField } from './SchemaField';

const SECRET =
  /(?:password|passwd|passphrase|api_?key|secret_?key|access_?key|private_?key|client_?secret|(?:auth|access|bearer|api|refresh)_?token|^token)$/i;

/** Texts that are secrets by their name or format, and would be written to Git in plain. */
export function findPlainSecrets(
  fields: readonly SchemaField[],
): LintFinding[] {
  return fields
    .filter(
      ({ key, schema }) =>
        schema.type === 'string' &&
        !schema.enum &&
        (schema.format === 'password' || SECRET.test(key)),
    )
    .map(({ path }) => ({
      rule: 'plain-secret',
      severity: 'warning',
      path,
      message:
        'looks like a secret, and requests are written to Git in plain; take the name of a Secret and a key in it',
    }));
}
