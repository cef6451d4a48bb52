import { isMap, isSeq, parseDocument, type YAMLMap } from 'yaml';

/** What a file of the app becomes by a block of the install page; `before` is undefined where the app has no such file. */
export function applyEdit(
  file: string,
  before: string | undefined,
  block: string,
): string {
  if (before === undefined) return block;
  if (/\.ya?ml$/.test(file)) return mergeYaml(before, block);
  if (file.endsWith('index.ts')) return addBackendLines(before, block);
  throw new Error(`The install page changes ${file}, which nobody can apply`);
}

/** Before the backend is started. */
function addBackendLines(before: string, block: string): string {
  const start = 'backend.start();';
  if (!before.includes(start)) {
    throw new Error(`The app's backend has no ${start}`);
  }
  return before.replace(start, `${block}\n${start}`);
}

/** As a person pastes: maps grow by keys, lists by items. */
function mergeYaml(before: string, block: string): string {
  const document = parseDocument(before);
  const added = parseDocument(block);
  if (!isMap(document.contents) || !isMap(added.contents)) {
    throw new Error('Configuration that is no map');
  }
  mergeMap(document.contents, added.contents);
  return document.toString();
}

function mergeMap(target: YAMLMap, source: YAMLMap): void {
  for (const { key, value } of source.items) {
    const present: unknown = target.get(key, true);
    if (isMap(present) && isMap(value)) {
      mergeMap(present, value);
    } else if (isSeq(present) && isSeq(value)) {
      value.items.forEach(item => present.add(item));
    } else {
      target.set(key, value);
    }
  }
}
