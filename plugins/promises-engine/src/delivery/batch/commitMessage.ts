/** A placement as a commit names it. */
export interface CommittedPlacement {
  readonly id: string;
  readonly name: string;
  /** Leaves no file behind. */
  readonly removal: boolean;
}

/**
 * Kratix's subject for one placement, a count for many, and trailers from which a batch is recognised whoever reads the
 * branch.
 */
export function commitMessage(options: {
  readonly placements: readonly CommittedPlacement[];
  readonly batch: string;
  readonly epoch: number;
}): string {
  const { placements, batch, epoch } = options;
  const verb = placements.every(placement => placement.removal)
    ? 'Delete'
    : 'Update';
  const what =
    placements.length === 1
      ? placements[0].name
      : `${placements.length} placements`;
  return [
    `${verb} from: ${what}`,
    '',
    ...placements.map(({ name, id }) => `Placement: ${name}@${id}`),
    `Batch: ${batch}`,
    `Epoch: ${epoch}`,
    '',
  ].join('\n');
}
