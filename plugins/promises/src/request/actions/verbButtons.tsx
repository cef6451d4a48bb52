import type { ReactElement } from 'react';
import {
  RiPauseLine,
  RiPlayLine,
  RiRefreshLine,
  RiRestartLine,
} from '@remixicon/react';
import type {
  RequestVerb,
  ResourceRequestDetail,
} from '@promissory/plugin-promises-common';
import { isPausable } from '../actionRules';

/** A verb with its button. */
export interface VerbButton {
  readonly verb: Exclude<RequestVerb, 'cancel'>;
  readonly label: string;
  readonly icon: ReactElement;
}

/** The verbs that a request's page has, whether they can be used now or not. */
export function verbButtons(
  request: Pick<ResourceRequestDetail, 'state' | 'can'>,
): readonly VerbButton[] {
  const pause: VerbButton =
    request.state.name === 'Paused'
      ? { verb: 'resume', label: 'Resume', icon: <RiPlayLine /> }
      : { verb: 'pause', label: 'Pause', icon: <RiPauseLine /> };
  return [
    { verb: 'retry', label: 'Retry', icon: <RiRestartLine /> },
    { verb: 'reconcile', label: 'Reconcile', icon: <RiRefreshLine /> },
    ...(isPausable(request) ? [pause] : []),
  ];
}
