import fc from 'fast-check';
import { stringify } from 'yaml';
import { sha256Hex } from '../hash/sha256Hex';
import { childKey } from './childKey';
import { DocumentCache } from './DocumentCache';
import { parseDocuments } from './parseDocuments';
import { recogniseChildren } from './recogniseChildren';
import type { ChildPromise, ParsedFile } from './types';

const database: ChildPromise = {
  id: 'promise-2',
  name: 'database',
  group: 'example.com',
  kind: 'Database',
  state: 'Available',
  message: '',
  revisionId: 'revision-2',
};

interface File {
  readonly filepath: string;
  readonly text: string;
  readonly fulfils?: boolean;
  readonly isPlaced?: boolean;
}

function recognise(
  files: readonly File[],
  unregistered: readonly string[] = [],
) {
  const parsed = new Map<string, ParsedFile>();
  const placed = files.map(
    ({ filepath, text, fulfils = true, isPlaced = true }) => {
      const content = Buffer.from(text);
      const file = {
        filepath,
        sha256: sha256Hex(content),
        ...(isPlaced
          ? { destination: 'platform' }
          : { isAwaited: true as const }),
        fulfils,
      };
      parsed.set(DocumentCache.key(file), parseDocuments(filepath, content));
      return file;
    },
  );
  return recogniseChildren({
    namespace: 'shop',
    files: placed,
    parsed,
    promises: [database],
    unregistered,
  });
}

const document = (name: string, more: object = {}, metadata: object = {}) =>
  stringify({
    apiVersion: 'example.com/v1',
    kind: 'Database',
    metadata: { name, ...metadata },
    spec: { size: 'small' },
    ...more,
  });

const namesOf = (files: readonly File[]) =>
  recognise(files).wanted.map(({ namespace, name }) => `${namespace}/${name}`);

describe('recogniseChildren', () => {
  it.each<[string, readonly File[], readonly string[]]>([
    ['a document', [{ filepath: 'a.yaml', text: document('a') }], ['shop/a']],
    [
      'a namespace of its own',
      [{ filepath: 'a.yml', text: document('a', {}, { namespace: 'other' }) }],
      ['other/a'],
    ],
    [
      'JSON',
      [
        {
          filepath: 'a.JSON',
          text: JSON.stringify({
            apiVersion: 'example.com/v1',
            kind: 'Database',
            metadata: { name: 'a' },
          }),
        },
      ],
      ['shop/a'],
    ],
    [
      'many in a file',
      [
        {
          filepath: 'a.yaml',
          text: `---\n${document('a')}---\n# nothing\n---\n${document('b')}`,
        },
      ],
      ['shop/a', 'shop/b'],
    ],
    [
      'the same twice once',
      [
        { filepath: 'a.yaml', text: document('a') },
        { filepath: 'b/a.yaml', text: `# again\n${document('a')}` },
      ],
      ['shop/a'],
    ],
    [
      'no other kind',
      [{ filepath: 'a.yaml', text: document('a', { kind: 'Table' }) }],
      [],
    ],
    [
      'no other group',
      [
        {
          filepath: 'a.yaml',
          text: document('a', { apiVersion: 'example.org/v1' }),
        },
      ],
      [],
    ],
    [
      'another version',
      [
        {
          filepath: 'a.yaml',
          text: document('a', { apiVersion: 'example.com/v2' }),
        },
      ],
      ['shop/a'],
    ],
    ['no other file', [{ filepath: 'a.txt', text: document('a') }], []],
    [
      'nothing elsewhere',
      [{ filepath: 'a.yaml', text: document('a'), fulfils: false }],
      [],
    ],
    ['no text', [{ filepath: 'a.yaml', text: 'just words' }], []],
    ['no list', [{ filepath: 'a.yaml', text: '- 1\n- 2\n' }], []],
    ['no empty file', [{ filepath: 'a.yaml', text: '' }], []],
  ])('recognises %s', (_, files, expected) => {
    const found = recognise(files);
    expect(namesOf(files)).toEqual(expected);
    expect(found.problems).toEqual([]);
  });

  it.each([
    ['a.yaml', 'kind: [\n', /line/],
    ['a.yaml', `${document('a')}---\nb: "\n`, /line/],
    ['a.json', '{"kind": }', /JSON/],
  ])('tells that %s cannot be read', (filepath, text, message) => {
    const { problems, wanted } = recognise([{ filepath, text }]);
    expect(wanted).toEqual([]);
    expect(problems).toMatchObject([{ reason: 'ChildDocumentInvalid' }]);
    expect(problems[0].message).toMatch(message);
    expect(problems[0].message).toContain(`File ${filepath} on platform`);
    // Elsewhere it is just a file.
    expect(recognise([{ filepath, text, fulfils: false }]).problems).toEqual(
      [],
    );
  });

  it('tells of a file that cannot be read and has no place yet: a child may be in it', () => {
    const { problems } = recognise([
      { filepath: 'a.yaml', text: 'kind: [', fulfils: false, isPlaced: false },
    ]);
    expect(problems).toMatchObject([{ reason: 'ChildDocumentInvalid' }]);
    expect(problems[0].message).toMatch(/^File a\.yaml cannot be read/);
  });

  it('awaits documents that have no place yet', () => {
    const file = { filepath: 'a.yaml', fulfils: false, isPlaced: false };
    const found = recognise([{ ...file, text: document('a') }]);
    expect(found.wanted).toEqual([]);
    expect(found.awaited).toEqual([
      {
        promiseName: 'database',
        namespace: 'shop',
        name: 'a',
        message: 'a.yaml has no place on a Destination yet',
      },
    ]);
    const other = { ...file, text: document('a', { kind: 'Table' }) };
    expect(recognise([other]).awaited).toEqual([]);
    // It is somewhere else already.
    expect(
      recognise([
        { ...file, text: document('a') },
        { filepath: 'b.yaml', text: document('a') },
      ]).awaited,
    ).toEqual([]);
  });

  it.each([
    ['placed', { fulfils: true }, 1],
    ['not placed yet', { fulfils: false, isPlaced: false }, 1],
    ['placed elsewhere', { fulfils: false }, 0],
  ])(
    'awaits the Promise of a document that is %s where a required one is not registered',
    (_, where, count) => {
      const text = document('a', { kind: 'Table' });
      const { awaited } = recognise(
        [{ filepath: 'a.yaml', text, ...where }],
        ['table'],
      );
      expect(awaited).toHaveLength(count);
      if (count === 0) return;
      expect(awaited[0]).toMatchObject({
        promiseName: 'table',
        name: 'a',
        message: 'Promise table, which is required, is not registered yet',
      });
    },
  );

  it('tells of bytes that are lost, wherever they were', () => {
    const file = { filepath: 'a.yaml', sha256: 'x', destination: 'git' };
    const { problems } = recogniseChildren({
      namespace: 'shop',
      files: [{ ...file, fulfils: false }],
      parsed: new Map([
        [DocumentCache.key(file), { problem: 'lost', isLost: true }],
      ]),
      promises: [database],
    });
    expect(problems).toMatchObject([{ reason: 'ChildDocumentInvalid' }]);
  });

  it.each([
    ['a.yaml', document('a\0b')],
    ['a.yaml', document('a', {}, { namespace: 'a\0b' })],
    ['a.json', '\0'],
  ])('hands on no text that a database refuses: %s', (filepath, text) => {
    const { wanted, problems } = recognise([{ filepath, text }]);
    expect(wanted.length + problems.length).toBe(1);
    const told = [
      ...wanted.map(({ namespace, name }) => `${namespace}/${name}`),
      ...problems.map(({ message }) => message),
    ];
    expect(told.join()).not.toContain('\0');
  });

  it('tells of a child that is written twice and differently', () => {
    const { problems } = recognise([
      { filepath: 'a.yaml', text: document('a') },
      { filepath: 'b.yaml', text: document('a', { spec: { size: 'big' } }) },
    ]);
    expect(problems).toMatchObject([
      {
        reason: 'ChildDocumentInvalid',
        message:
          'database shop/a is written twice, and differently: in a.yaml and in b.yaml. Write it once',
        child: { promiseName: 'database', namespace: 'shop', name: 'a' },
      },
    ]);
  });

  it('keeps what makes a document no request', () => {
    const { wanted } = recognise([
      {
        filepath: 'a.yaml',
        text: document('a', { spec: 5 }, { labels: { tier: 5 } }),
      },
      {
        filepath: 'b.yaml',
        text: 'apiVersion: example.com/v1\nkind: Database\nmetadata: {generateName: a-}\n',
      },
    ]);
    expect(
      wanted.map(({ document: { errors } }) => errors.map(({ path }) => path)),
    ).toEqual([['metadata.name'], ['spec', 'metadata.labels[tier]']]);
  });

  it('wants what is fulfilled only, and holds everything that is written', () => {
    const file = fc.record({
      name: fc.constantFrom('a', 'b', 'c', 'd'),
      fulfils: fc.boolean(),
      folder: fc.constantFrom('', 'x/', 'y/'),
    });
    fc.assert(
      fc.property(fc.array(file), files => {
        const given = files.map(({ name, fulfils, folder }) => ({
          filepath: `${folder}${name}.yaml`,
          text: document(name),
          fulfils,
        }));
        const { wanted, written, problems } = recognise(given);
        expect(problems).toEqual([]);
        expect(wanted.map(({ name }) => name)).toEqual(
          [
            ...new Set(
              files.filter(({ fulfils }) => fulfils).map(({ name }) => name),
            ),
          ].sort(),
        );
        expect([...written].sort()).toEqual(
          [...new Set(files.map(({ name }) => name))]
            .map(name => childKey({ ...database, namespace: 'shop', name }))
            .sort(),
        );
      }),
    );
  });
});
