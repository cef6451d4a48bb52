export * from './types';
export * from './resourceRefs';
export * from './conditions';
export { matchesPattern } from './matchesPattern';
