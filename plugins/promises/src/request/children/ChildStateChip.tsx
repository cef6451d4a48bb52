import { RiErrorWarningLine, RiTimeLine } from '@remixicon/react';
import type { ChildRequest } from '@promissory/plugin-promises-common';
import {
  RequestStateChip,
  StatusChip,
} from '@promissory/plugin-promises-react';

/** The state of a child, or why the document is none. */
export function ChildStateChip({ child }: { readonly child: ChildRequest }) {
  const { problem, state } = child;
  if (problem) {
    return (
      <StatusChip
        tone="danger"
        icon={RiErrorWarningLine}
        label={problem.reason}
        description={problem.message}
      />
    );
  }
  return state ? (
    <RequestStateChip state={state} />
  ) : (
    <StatusChip tone="neutral" icon={RiTimeLine} label="Not there yet" />
  );
}
