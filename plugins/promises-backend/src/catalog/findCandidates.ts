import { stringifyEntityRef } from '@backstage/catalog-model';
import type { DeliveredFiles } from '@promissory/plugin-promises-engine';
import { isDeepStrictEqual } from 'node:util';
import { isEntityDocument } from './checkDeliveredEntity';
import type { EntityChecks } from './EntityChecks';
import type { Candidate, EntityFile, Refusal } from './types';

/** Entities in what was delivered, and what of it cannot be one. The same entity at two Destinations is one. */
export async function findCandidates(options: {
  readonly delivered: readonly DeliveredFiles[];
  readonly readFile: (sha256: string) => EntityFile | undefined;
  readonly checks: EntityChecks;
}): Promise<{
  readonly candidates: readonly Candidate[];
  readonly refusals: readonly Refusal[];
}> {
  const candidates = new Map<string, Candidate>();
  const refusals: Refusal[] = [];
  for (const files of options.delivered) {
    for (const { filepath, sha256 } of files.files) {
      const refuse = (message: string) =>
        refusals.push({
          holder: files.holder,
          destination: files.destination,
          filepath,
          message,
        });
      const file = options.readFile(sha256);
      if (!file || 'problem' in file) {
        refuse(file ? file.problem : 'its bytes are not kept any more');
        continue;
      }
      for (const { line, value } of file.documents.filter(each =>
        isEntityDocument(each.value),
      )) {
        const checked = await options.checks.check(value, files);
        if ('problem' in checked) {
          refuse(`line ${line}: ${checked.problem}`);
          continue;
        }
        const { entity } = checked;
        const entityRef = stringifyEntityRef(entity);
        const key = `${files.holder} ${entityRef}`;
        const other = candidates.get(key);
        if (!other) {
          const source = { files, filepath, line };
          candidates.set(key, { entityRef, entity, source });
        } else if (!isDeepStrictEqual(other.entity, entity)) {
          refuse(
            `line ${line}: ${entityRef} is also in ${other.source.filepath} of ${other.source.files.destination}, with other content`,
          );
        }
      }
    }
  }
  return { candidates: [...candidates.values()], refusals };
}
