import type { Finding } from '../../api';
import { error, warning } from '../findings/findings';
import type { DestinationDefinition } from '../types';

/**
 * Kratix's rules for a Destination that need no others, and paths that no store would take. That two Destinations share
 * a path of one store is for the registry to find.
 *
 * @public
 */
export function checkDestination({ spec }: DestinationDefinition): Finding[] {
  const findings: Finding[] = [];
  const segments = spec.path.split('/').filter(Boolean);
  if (spec.path === '') {
    findings.push(error('spec.path', 'path field is required'));
  } else if (segments.includes('..')) {
    findings.push(
      error(
        'spec.path',
        `Invalid value: "${spec.path}": must not lead out of the state store`,
      ),
    );
  } else if (segments.includes('.git')) {
    findings.push(
      error('spec.path', `Invalid value: "${spec.path}": must not name .git`),
    );
  }
  if (spec.stateStoreRef.name === '') {
    findings.push(
      error('spec.stateStoreRef.name', 'stateStoreRef field is required'),
    );
  }
  const { mode, filename } = spec.filepath ?? {};
  if (filename !== undefined && mode !== 'aggregatedYAML') {
    findings.push(
      warning(
        'spec.filepath.filename',
        'Ignored: only mode aggregatedYAML writes one file',
      ),
    );
  }
  if (filename?.split('/').includes('..')) {
    findings.push(
      error(
        'spec.filepath.filename',
        `Invalid value: "${filename}": must not lead out of the Destination`,
      ),
    );
  }
  return findings;
}
