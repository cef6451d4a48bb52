import type { PromiseCard } from '@promissory/plugin-promises-common';

/** Whether a Promise takes an order from the caller, and why not. */
export type OrderHint =
  | { readonly orderable: true }
  | {
      readonly orderable: false;
      /** It is not made to be ordered: nothing is wrong. */
      readonly isSupport?: true;
      readonly reason: string;
      /** What would make it orderable. */
      readonly remedy?: string;
    };

const AVAILABILITY_REMEDIES: Readonly<
  Partial<Record<PromiseCard['availability']['state'], string>>
> = {
  Unavailable: 'It takes orders as soon as what it requires is there.',
  Withdrawn:
    'It left the catalog. Existing requests stay; new orders need it registered again.',
  Untrusted:
    'An operator has to add its catalog location to promises.trustedLocations.',
  Invalid: 'Its owner has to mend the definition; the Promise page says where.',
  Refused:
    'Another Promise already offers this name or API; one of the two has to change.',
};

/** The first reason that stands in the way, from what is wrong with the Promise to what is missing for the caller. */
export function orderHint(
  card: Pick<
    PromiseCard,
    'availability' | 'runner' | 'orderable' | 'deniedPermission' | 'api'
  >,
): OrderHint {
  const { availability, runner, deniedPermission, api } = card;
  if (card.orderable) {
    return { orderable: true };
  }
  if (availability.state !== 'Available') {
    return {
      orderable: false,
      reason: availability.message,
      remedy: AVAILABILITY_REMEDIES[availability.state],
    };
  }
  if (!runner.available) {
    return {
      orderable: false,
      reason: runner.missing ?? 'Nothing here can run its pipelines.',
      remedy: runner.remedy,
    };
  }
  if (!api) {
    return {
      orderable: false,
      isSupport: true,
      reason:
        'It offers no API, so it is not ordered: it brings what other Promises build on.',
    };
  }
  return deniedPermission
    ? {
        orderable: false,
        reason: `You lack the permission ${deniedPermission}.`,
        remedy:
          'Ask the owner of the Promise or an administrator of the portal.',
      }
    : {
        orderable: false,
        reason: 'There is no namespace in which your groups may order.',
        remedy:
          'Ask an administrator of the portal for one (promises.namespaces).',
      };
}
