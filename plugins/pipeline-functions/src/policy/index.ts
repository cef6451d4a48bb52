export { policyFunction } from './policyFunction';
