export { getAt } from './getAt';
export { removeAt } from './removeAt';
export { setAt } from './setAt';
