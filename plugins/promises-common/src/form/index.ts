export * from './path';
export * from './types';
