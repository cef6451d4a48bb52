import type { z } from 'zod/v3';

/** What the scaffolder hands to the functions of an action's schema: zod 3, whatever this package uses itself. */
export type Zod = typeof z;
