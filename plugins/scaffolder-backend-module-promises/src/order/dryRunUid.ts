/** Stands for the uid of a request that a dry run does not place; steps after it do nothing with it. */
export const DRY_RUN_UID = '00000000000000000000000000';
