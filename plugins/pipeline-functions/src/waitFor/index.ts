export { waitForFunction } from './waitForFunction';
