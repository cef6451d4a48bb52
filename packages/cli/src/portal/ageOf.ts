const UNITS: ReadonlyArray<readonly [string, number]> = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
];

/** How long ago, in the largest unit of which there are two, as kubectl writes it: 45s, 3m, 26h, 3d. */
export function ageOf(time: string, now: Date): string {
  const ms = Math.max(0, now.getTime() - Date.parse(time));
  const [unit, length] = UNITS.find(([, each]) => ms >= 2 * each) ?? [
    's',
    1_000,
  ];
  return `${Math.floor(ms / length)}${unit}`;
}
