export { renderFunction } from './renderFunction';
