import { CustomErrorBase } from '@backstage/errors';

/** A git command that ended badly. The message holds no secret: those never reach git's arguments or output. */
export class GitCommandError extends CustomErrorBase {
  /** The command worked on our copy alone: the copy is broken, not the store. */
  readonly isOfCopy: boolean;
  readonly exitCode: number | undefined;
  readonly stderr: string;

  constructor(options: {
    readonly verb: string;
    readonly problem: string;
    readonly exitCode?: number;
    readonly stderr?: string;
  }) {
    super(`git ${options.verb}: ${options.problem}`);
    this.name = 'GitCommandError';
    this.isOfCopy =
      !['fetch', 'push', 'init'].includes(options.verb) ||
      /corrupt|is empty|bad object|unable to read|shallow file/.test(
        options.stderr ?? '',
      ) ||
      (options.verb === 'fetch' && isLeftHalfDone(options.stderr ?? ''));
    this.exitCode = options.exitCode;
    this.stderr = options.stderr ?? '';
  }
}

/** What a process that died in a fetch leaves behind; what the other end says of itself begins with `remote:`. */
function isLeftHalfDone(stderr: string): boolean {
  return stderr
    .split('\n')
    .some(
      line =>
        !line.startsWith('remote:') &&
        /cannot lock ref|\.lock': File exists|unable to resolve reference|reference broken|bad config/.test(
          line,
        ),
    );
}
