import type { DestinationFacts } from './types';

const USABLE_STATES: readonly string[] = ['Ready', 'NotReady'];

/** Why nothing new may be placed on a Destination that matches, or undefined where it may. */
export function unusableDestination(
  destination: DestinationFacts,
): string | undefined {
  if (!USABLE_STATES.includes(destination.state)) {
    return `${destination.name} is ${destination.state}`;
  }
  if (destination.mode !== 'nestedByMetadata') {
    return `${destination.name} uses filepath mode ${destination.mode}, and only nestedByMetadata can be written`;
  }
  return undefined;
}
