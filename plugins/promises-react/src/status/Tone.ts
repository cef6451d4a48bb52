/** How good or bad something is. @public */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';
