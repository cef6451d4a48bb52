/** All containers of the pods that a document makes, those that start first included. */
export function containersOf(
  podSpec: Readonly<Record<string, unknown>> | null,
): readonly unknown[] {
  const { initContainers, containers, ephemeralContainers } = podSpec ?? {};
  return [initContainers, containers, ephemeralContainers].flatMap(list =>
    Array.isArray(list) ? list : [],
  );
}
