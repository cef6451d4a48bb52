export { readPeople, type Person, type PersonRole } from './readPeople';
