/** Kratix's name of a WorkPlacement. */
export function placementName(
  workName: string,
  destination: string,
  groupId: string,
): string {
  return `${workName}.${destination}-${groupId.slice(0, 5)}`;
}
