export { canonicalJson } from './canonicalJson';
export { hashDefinition } from './hashDefinition';
export { hashPromiseSpec } from './hashPromiseSpec';
export { hashResourceWorkflow } from './hashResourceWorkflow';
export { hashSpec } from './hashSpec';
export { orderedJson } from './orderedJson';
