import type { StructuralSchema } from '../../schema';

const LONG = 500;
const NAME =
  /(?:certificate|cabundle|publickey|script|userdata|cloudinit|manifest|json|yaml|toml|template|policydocument)$/i;

/** Whether a text deserves more than one line. */
export function isMultiline(key: string, schema: StructuralSchema): boolean {
  const { default: value, minLength = 0, example } = schema;
  const written = [value, example].some(
    text => typeof text === 'string' && text.includes('\n'),
  );
  return written || minLength > LONG || (NAME.test(key) && !schema.enum);
}
