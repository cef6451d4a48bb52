import type { Finding } from '@promissory/plugin-promises-common';

/** The text of a parser quotes the file, however long its lines are. */
const LONGEST = 500;

/** Findings of an entity whose newest file the catalog could not take: what it could read before stays in force. */
export function faultFinding(fault: string | undefined): Finding[] {
  if (fault === undefined) return [];
  const text = fault.length > LONGEST ? `${fault.slice(0, LONGEST)}…` : fault;
  return [
    {
      severity: 'warning',
      message: `The catalog cannot read its file as it is now, so the last version that it could read stays in force; mend the file: ${text}`,
    },
  ];
}
