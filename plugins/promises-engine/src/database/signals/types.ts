/** What was committed: an event was appended, or work was enqueued. */
export type SignalTopic = 'events' | 'work';

/** Called after a commit, with the kind of work on topic `work`; must return at once and must not throw. */
export type SignalListener = (detail: string) => void;
