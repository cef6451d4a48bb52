import type {
  RequestState,
  RequestStateName,
} from '@promissory/plugin-promises-common';

const TITLES: Readonly<Record<RequestStateName, string>> = {
  Pending: 'Waiting to start',
  Running: 'Running its pipelines',
  Suspended: 'Waiting for another try',
  Delivering: 'Being delivered',
  Delivered: 'Delivered',
  Ready: 'Ready',
  Degraded: 'Degraded',
  Failed: 'Failed',
  Paused: 'Paused',
  Deleting: 'Being deleted',
  Deleted: 'Deleted',
};

/** The headline of a request's page. */
export function stateTitle(state: RequestState): string {
  if (state.reason === 'SetAside') {
    return 'Set aside after many failures';
  }
  const { pipelineIndex, pipelineCount, pipeline } = state;
  if (state.name === 'Running' && pipelineIndex && pipelineCount) {
    const which = pipeline ? `: ${pipeline}` : '';
    return pipelineCount === 1
      ? `Running its pipeline${which}`
      : `Running pipeline ${pipelineIndex} of ${pipelineCount}${which}`;
  }
  return TITLES[state.name];
}
