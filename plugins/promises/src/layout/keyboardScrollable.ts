/** For boxes that scroll: without it a keyboard cannot reach what is below their edge. */
export const keyboardScrollable = { tabIndex: 0 } as const;
