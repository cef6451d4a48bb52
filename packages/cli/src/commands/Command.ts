/** What a command is given. */
export interface CommandContext {
  readonly args: readonly string[];
  /** Paths in the arguments are meant from here. */
  readonly directory: string;
  /** The answer. */
  print(text: string): void;
  /** What went wrong on the way. */
  complain(text: string): void;
}

/** A command: answers, and says with its exit status whether what it shows holds. */
export interface Command {
  readonly usage: string;
  readonly description: string;
  /** @returns the exit status: 0 when it holds, 1 when it does not, 2 when the arguments make no sense */
  run(context: CommandContext): Promise<number>;
}
