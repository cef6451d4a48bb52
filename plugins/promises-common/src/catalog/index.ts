export * from './annotations';
export type { PromiseCardContent } from './card/PromiseCardContent';
export { readCard } from './card/readCard';
export * from './types';
