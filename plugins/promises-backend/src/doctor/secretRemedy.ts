import type { DoctorRemedy } from '@promissory/plugin-promises-common';
import { configRemedy } from './configRemedy';

/** An entry of `promises.secrets`, with variables of the environment for its values. */
export function secretRemedy(
  text: string,
  secret: {
    readonly namespace: string;
    readonly name: string;
    readonly hosts: readonly string[];
  },
): DoctorRemedy {
  const { name, namespace, hosts } = secret;
  const variable = name.toLocaleUpperCase('en-US').replace(/\W/g, '_');
  return configRemedy(text, {
    promises: {
      secrets: [
        {
          name,
          ...(namespace !== 'default' && { namespace }),
          hosts: [...hosts],
          values: {
            username: `\${${variable}_USERNAME}`,
            password: `\${${variable}_PASSWORD}`,
          },
        },
      ],
    },
  });
}
