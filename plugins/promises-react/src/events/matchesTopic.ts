import type { PromisesEvent } from '@promissory/plugin-promises-common';

/** Whether an event belongs to a topic of the event stream, as the HTTP API has it. */
export function matchesTopic(event: PromisesEvent, topic: string): boolean {
  const [area, name] = topic.split(/:(.*)/s);
  switch (area) {
    case 'request':
      return event.requestUid === name;
    case 'promise':
      return event.promise === name;
    case 'promises':
      return event.type.startsWith('Promise');
    case 'destinations':
      return /^(Destination|StateStore|Placement)/.test(event.type);
    case 'logs':
      return event.type === 'StepLogged';
    case 'requests':
      return event.requestUid !== undefined && event.type !== 'StepLogged';
    default:
      return false;
  }
}
