import { md5Hex } from '../hash/md5Hex';

const LONGEST = 57;

/**
 * Kratix's GenerateDeterministicObjectName: the name cut to fit, then five hex digits of the md5 of the inputs, or of
 * the name where there are none.
 */
export function objectName(name: string, ...inputs: string[]): string {
  const cut = name.length > LONGEST ? name.slice(0, LONGEST - 1) : name;
  const stem = cut.replace(/[^a-zA-Z0-9]+$/, '');
  const hash = md5Hex(inputs.length > 0 ? inputs.join('-') : name);
  return `${stem}-${hash.slice(0, 5)}`;
}
