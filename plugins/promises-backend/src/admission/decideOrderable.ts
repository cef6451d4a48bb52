import type {
  PromiseAvailability,
  RunnerInfo,
} from '@promissory/plugin-promises-common';

/** What decides whether a Promise takes orders. */
export interface OrderableQuestion {
  readonly name: string;
  readonly availability: PromiseAvailability;
  readonly hasApi: boolean;
  readonly runner: RunnerInfo;
}

/**
 * Why a Promise takes no new order, in words; undefined where it takes them. While its own pipelines are still in
 * progress it does: the request waits for them.
 */
export function whyNotOrderable(
  question: OrderableQuestion,
): string | undefined {
  const { name, availability, hasApi, runner } = question;
  const { state, reason, message } = availability;
  const waits =
    state === 'Unavailable' &&
    (reason === 'PipelinesInProgress' || reason === 'PromiseUnavailable');
  if (state !== 'Available' && !waits) {
    return `The Promise ${name} takes no orders: it is ${state.toLocaleLowerCase(
      'en-US',
    )}. ${message}`;
  }
  if (!hasApi) {
    return `The Promise ${name} takes no orders: it offers no API (spec.api is empty)`;
  }
  if (!runner.available) {
    return `The Promise ${name} takes no orders: ${
      runner.missing ?? 'nothing here can run its pipelines'
    }. ${runner.remedy ?? ''}`.trim();
  }
  return undefined;
}

/** Why a request of a Promise cannot be changed. A withdrawn Promise still serves what was ordered from it. */
export function whyNotChangeable(
  question: OrderableQuestion,
): string | undefined {
  const { name, availability, hasApi } = question;
  const { state, message } = availability;
  if (!hasApi || ['Untrusted', 'Invalid', 'Refused'].includes(state)) {
    return `Requests of the Promise ${name} cannot be changed: it is ${state.toLocaleLowerCase(
      'en-US',
    )}. ${message}`;
  }
  return undefined;
}
