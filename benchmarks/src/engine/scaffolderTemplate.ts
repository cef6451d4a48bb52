import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import type { OrderFiles } from './OrderFiles.ts';

export const TEMPLATE = 'template:default/measured';

/** Writes a Template whose tasks bring the files of an order into a repository; answers its file. */
export async function writeScaffolderTemplate(options: {
  readonly directory: string;
  readonly files: OrderFiles;
}): Promise<string> {
  const { directory, files } = options;
  const folder = join(directory, 'template');
  for (const [path, content] of files.named('${{ values.name }}')) {
    const file = join(folder, 'skeleton', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  const file = join(folder, 'template.yaml');
  await writeFile(
    file,
    stringify({
      apiVersion: 'scaffolder.backstage.io/v1beta3',
      kind: 'Template',
      metadata: { name: 'measured', title: 'Measured' },
      spec: {
        owner: 'group:default/platform',
        type: 'service',
        parameters: [
          {
            properties: {
              name: { type: 'string' },
              repository: { type: 'string' },
            },
          },
        ],
        steps: [
          {
            id: 'files',
            action: 'fetch:template',
            input: {
              url: './skeleton',
              values: { name: '${{ parameters.name }}' },
            },
          },
          {
            id: 'push',
            action: 'measured:push-to-git',
            input: {
              repository: '${{ parameters.repository }}',
              message: 'Add ${{ parameters.name }}',
            },
          },
        ],
      },
    }),
  );
  return file;
}
