export * from './columns';
export type { JsonColumn } from './jsonColumn';
