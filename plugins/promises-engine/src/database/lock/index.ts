export { holdDatabase } from './holdDatabase';
export type { HeldDatabase } from './holdDatabase';
