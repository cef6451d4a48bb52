import { quotePath } from './quotePath';
import type { GitAuthor, TreeChange } from './types';

/**
 * The stream that makes one commit on a base, for `git fast-import`. It answers with the commit and its root tree. Only
 * the folders on the way to a changed path are read or written.
 */
export function fastImportScript(options: {
  readonly ref: string;
  /** Commit to build on; none for the first one of a branch. */
  readonly base: string | undefined;
  readonly author: GitAuthor;
  readonly at: Date;
  readonly message: string;
  readonly change: TreeChange;
}): Uint8Array[] {
  const message = Buffer.from(options.message);
  const seconds = Math.floor(options.at.getTime() / 1000);
  const script: Uint8Array[] = [
    Buffer.from(
      [
        'feature done',
        `reset ${options.ref}`,
        `commit ${options.ref}`,
        'mark :1',
        `committer ${authorName(options.author.name)} <${authorEmail(
          options.author.email,
        )}> ${seconds} +0000`,
        `data ${message.byteLength}`,
        '',
      ].join('\n'),
    ),
    message,
    Buffer.from(options.base ? `\nfrom ${options.base}\n` : '\n'),
  ];
  for (const path of options.change.removals) {
    script.push(Buffer.from(`D ${quotePath(path)}\n`));
  }
  for (const { path, content } of options.change.writes) {
    script.push(
      Buffer.from(
        `M 100644 inline ${quotePath(path)}\ndata ${content.byteLength}\n`,
      ),
      content,
      Buffer.from('\n'),
    );
  }
  script.push(Buffer.from('\nget-mark :1\nls :1 ""\ndone\n'));
  return script;
}

/** Names and addresses must not close their field. */
function authorName(name: string): string {
  return clean(name) || 'kratix';
}

function authorEmail(email: string): string {
  return clean(email);
}

function clean(text: string): string {
  return text.replace(/[<>\p{Cc}]/gu, ' ').trim();
}
