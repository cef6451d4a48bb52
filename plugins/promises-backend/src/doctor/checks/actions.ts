import type { DoctorResult } from '@promissory/plugin-promises-common';
import { configRemedy } from '../configRemedy';
import type { Check } from '../types';

const SOURCE = 'promises';

/** @param pluginSources - `backend.actions.pluginSources` */
export function judgeActions(pluginSources: readonly string[]): DoctorResult[] {
  return pluginSources.includes(SOURCE)
    ? [
        {
          status: 'ok',
          message:
            'Each Promise that takes orders is an action of the scaffolder.',
        },
      ]
    : [
        {
          status: 'warning',
          subject: 'backend.actions.pluginSources',
          message:
            'The scaffolder does not ask the plugin promises for actions, so there is no action promises:<name>.',
          remedy: configRemedy(
            'Add the plugin to the sources of actions, and start the backend again.',
            {
              backend: {
                actions: { pluginSources: [...pluginSources, SOURCE] },
              },
            },
          ),
        },
      ];
}

export const actionsCheck: Check = {
  id: 'actions',
  area: 'backend',
  title: 'Actions for templates',
  run: async ({ rootConfig }) =>
    judgeActions(
      rootConfig.getOptionalStringArray('backend.actions.pluginSources') ?? [],
    ),
};
