import type {
  PolicyViolation,
  ResourceRequest,
} from '@promissory/plugin-promises-common';
import { toYaml } from '../../yaml/toYaml';
import { readPath } from './readPath';

/** Violations that a changed spec may still have: those whose field says what it said when they were found. */
export function standingViolations(
  request: Pick<ResourceRequest, 'spec' | 'state'>,
  spec: unknown,
): readonly PolicyViolation[] {
  return (request.state.violations ?? []).filter(
    ({ path }) =>
      path === undefined || textAt(request.spec, path) === textAt(spec, path),
  );
}

function textAt(spec: unknown, path: string): string {
  return toYaml({ value: readPath({ spec }, path) }, { sorted: true });
}
