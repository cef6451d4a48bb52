/** Until when a step waits. */
export type WaitGoal = 'none' | 'accepted' | 'delivered' | 'deleted';
