import { resolve } from 'node:path';

/** Folder with the examples. */
export const EXAMPLES = resolve(__dirname, '../../../../examples');
