import type { RequestState } from '@promissory/plugin-promises-common';
import { requestStateLook } from './requestStateLook';
import { StatusChip } from './StatusChip';

/** Props of {@link RequestStateChip}. @public */
export interface RequestStateChipProps {
  readonly state: Pick<RequestState, 'name'> & Partial<RequestState>;
  /** `small` unless given. */
  readonly size?: 'small' | 'large';
}

/** The one truthful state of a request. @public */
export function RequestStateChip({ state, size }: RequestStateChipProps) {
  const look = requestStateLook[state.name];
  return (
    <StatusChip
      tone={look.tone}
      icon={look.icon}
      label={look.label + progressOf(state)}
      description={state.message || look.meaning}
      isTurning={state.name === 'Running'}
      size={size}
    />
  );
}

function progressOf(state: RequestStateChipProps['state']): string {
  const { pipelineIndex, pipelineCount } = state;
  return state.name === 'Running' && pipelineIndex && (pipelineCount ?? 1) > 1
    ? ` ${pipelineIndex} of ${pipelineCount}`
    : '';
}
