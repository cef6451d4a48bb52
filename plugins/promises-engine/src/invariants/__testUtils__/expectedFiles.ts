import { stringify } from 'yaml';
import type { Accepted } from './Customer';
import type { Size, Subject } from './steps';

/** What a folder of a request holds: each of these, or where there is undefined among them, nothing. */
export type ExpectedFiles = ReadonlyMap<
  string,
  ReadonlySet<string | undefined>
>;

/** Files of a request by their path in the repository, worked out from what was accepted alone. */
export function expectedFiles({
  subject,
  sizes,
}: Pick<Accepted, 'subject' | 'sizes'>): ExpectedFiles {
  return subject.promise === 'service'
    ? filesOfService(subject, sizes)
    : filesOfDatabase(subject.name, sizes);
}

function filesOfDatabase(name: string, sizes: readonly Size[]): ExpectedFiles {
  const last = sizes.at(-1)!;
  const folder = `dev/resources/default/database/${name}`;
  // Where the last pipeline fails, what it wrote before stands: of which generation depends on which were superseded.
  const second =
    last === 'broken'
      ? [undefined, ...sizes.slice(0, -1).map(secondFile)]
      : [secondFile(last)];
  return new Map([
    [`${folder}/first/5058f/first.yaml`, new Set([`size: ${last}\n`])],
    [`${folder}/second/5058f/second.yaml`, new Set(second)],
  ]);
}

function secondFile(size: Size): string | undefined {
  return size === 'small' || size === 'broken' ? undefined : `size: ${size}\n`;
}

function filesOfService(
  subject: Subject,
  sizes: readonly Size[],
): ExpectedFiles {
  const child = `${subject.name}-db`;
  const document = stringify({
    apiVersion: 'example.com/v1',
    kind: 'database',
    metadata: { name: child },
    spec: { size: sizes.at(-1) },
  });
  return new Map([
    [
      `platform/resources/default/service/${subject.name}/service/5058f/child.yaml`,
      new Set([document]),
    ],
    ...filesOfDatabase(child, sizes),
  ]);
}
