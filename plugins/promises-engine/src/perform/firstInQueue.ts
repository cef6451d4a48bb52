/** Before everything that waits: what is begun is finished before something new is begun. */
export const FIRST_IN_QUEUE = new Date(0);
