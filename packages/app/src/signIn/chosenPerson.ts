const KEY = 'promissory.development-sign-in';

/** The person of this browser tab, so that a reload does not ask again. */
export const chosenPerson = {
  get: (): string | undefined =>
    window.sessionStorage.getItem(KEY) ?? undefined,
  set: (ref: string) => window.sessionStorage.setItem(KEY, ref),
  clear: () => window.sessionStorage.removeItem(KEY),
};
