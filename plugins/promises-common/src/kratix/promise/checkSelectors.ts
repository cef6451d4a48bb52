import type { Finding } from '../../api';
import { warning } from '../findings/findings';
import { labelKeyFault, labelValueFault } from '../names/rules';
import type { DestinationSelector } from '../types';

/** Selectors that can never select anything, or not what their author means; Kratix takes them all. */
export function checkSelectors(
  path: string,
  selectors: readonly DestinationSelector[] | undefined,
): Finding[] {
  const seen = new Map<string, string>();
  return (selectors ?? []).flatMap(({ matchLabels }, index) =>
    Object.entries(matchLabels).flatMap(([key, value]) => {
      const labelPath = `${path}[${index}].matchLabels[${key}]`;
      const fault = labelKeyFault(key) ?? labelValueFault(value);
      const earlier = seen.get(key);
      if (fault) {
        return [
          warning(
            labelPath,
            `No Destination can have ${key}=${value}: ${fault}`,
          ),
        ];
      }
      if (earlier !== undefined && earlier !== value) {
        return [
          warning(
            labelPath,
            `Ignored: all entries become one set of labels and the first wins, so ${key}=${earlier} is what is selected`,
          ),
        ];
      }
      seen.set(key, value);
      return [];
    }),
  );
}
