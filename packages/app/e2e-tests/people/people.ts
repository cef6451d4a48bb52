/** The people of the example organisation, by the name of their entity. */
export const PEOPLE = {
  alice: 'Alice Araujo',
  bob: 'Bob Brandt',
  carla: 'Carla Costa',
  paula: 'Paula Petrova',
  guest: 'Gina Guest',
} as const;

/** Name of a person's entity. */
export type Person = keyof typeof PEOPLE;
