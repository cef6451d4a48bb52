import type { CommittedTree } from './types';

const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** Reads what `fastImportScript` asked: the commit, and its root tree (`missing` where the tree is empty). */
export function parseImportAnswer(answer: string): CommittedTree {
  const [commit, tree = ''] = answer.split('\n');
  const entry = /^040000 tree ([0-9a-f]{40,64})\t/.exec(tree);
  if (!/^[0-9a-f]{40,64}$/.test(commit)) {
    throw new Error(
      `git fast-import answered ${JSON.stringify(answer)} instead of a commit`,
    );
  }
  return { commit, tree: entry?.[1] ?? EMPTY_TREE };
}
