/** Where this engine does another thing than Kratix, by id: the line of the reference, and why. At most 15. */
export const KNOWN_DIFFERENCES: Readonly<Record<string, string>> = {};

export const MOST_DIFFERENCES = 15;
