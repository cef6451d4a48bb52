import { ChildAdmission } from './ChildAdmission';
import { DocumentCache } from './DocumentCache';
import { DEFAULT_CHILD_LIMITS, type ChildLimits } from './types';

/** What children are recognised and admitted with. */
export interface ChildRules {
  readonly documents: DocumentCache;
  readonly admission: ChildAdmission;
  readonly limits: ChildLimits;
  /** Whether an owner may have requests in a namespace. */
  readonly mayOwn: (options: {
    readonly namespace: string;
    readonly ownerRef: string;
  }) => boolean;
}

/** Rules with caches of their own; every namespace is everybody's unless said otherwise. */
export function createChildRules(
  options: Partial<Pick<ChildRules, 'limits' | 'mayOwn'>> = {},
): ChildRules {
  return {
    documents: DocumentCache.create(),
    admission: ChildAdmission.create(),
    limits: options.limits ?? DEFAULT_CHILD_LIMITS,
    mayOwn: options.mayOwn ?? (() => true),
  };
}
