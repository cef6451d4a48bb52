import type { Requirement } from '@promissory/plugin-promises-common';

/** How a required Promise is called: by its title where it is there. */
export function requirementTitle({
  title,
  name,
}: Pick<Requirement, 'title' | 'name'>): string {
  return title ?? name;
}

/** What of it is required, for example `PostgreSQL v1.0.0`. */
export function requiredTitle(requirement: Requirement): string {
  return [requirementTitle(requirement), requirement.version]
    .filter(Boolean)
    .join(' ');
}
