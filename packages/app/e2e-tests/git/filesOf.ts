import type { Repository } from './Repository.ts';

/** Delivered files of a request of a Promise, in the namespace `default`. */
export async function filesOf(
  repository: Repository,
  promise: string,
  request: string,
): Promise<string[]> {
  const part = `/resources/default/${promise}/${request}/`;
  return (await repository.files()).filter(file => file.includes(part));
}
