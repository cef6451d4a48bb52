import { FunctionError } from '../pipelineFunction/FunctionError';

/** Refuses a path that is not clearly below /kratix/output: absolute, upwards, empty parts, control characters. */
export function checkOutputPath(path: string, where: string): void {
  const parts = path.split('/');
  const problem =
    (path === '' && 'is empty') ||
    (path.startsWith('/') && 'is absolute') ||
    (path.includes('\\') && 'holds a backslash') ||
    ([...path].some(character => character.codePointAt(0)! < 32) &&
      'holds a control character') ||
    (parts.includes('..') && 'leads out of the output folder') ||
    (parts.some(part => part === '' || part === '.') && 'has an empty part');
  if (problem) {
    throw new FunctionError(
      where,
      `the path ${JSON.stringify(
        path,
      )} ${problem}; write a relative path such as folder/file.yaml`,
    );
  }
}
