import { basename, dirname } from 'node:path';
import { UsageError } from '../commands/UsageError';
import { findFiles } from '../definitions/findFiles';
import { SCENARIO_FILE } from './readScenarioFolder';

/**
 * The folders at and below these that are scenarios, in order.
 *
 * @throws UsageError where a folder does not exist
 */
export async function findScenarioFolders(
  paths: readonly string[],
): Promise<readonly string[]> {
  const files = await findFiles(paths).catch(error => {
    throw new UsageError(String(error));
  });
  return files
    .filter(({ path }) => basename(path) === SCENARIO_FILE)
    .map(({ path }) => dirname(path));
}
