import fc from 'fast-check';
import type { PromiseDefinition } from '../../kratix';
import * as annotations from '../annotations';
import { readCard } from './readCard';

function promise(
  values: Record<string, string>,
  schema: unknown = { type: 'object' },
): PromiseDefinition {
  return {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Promise',
    metadata: { name: 'dev-database', annotations: values },
    spec: {
      api: {
        spec: {
          group: 'example.com',
          names: { kind: 'Database', plural: 'databases' },
          versions: [{ name: 'v1', schema: { openAPIV3Schema: schema } }],
        },
      },
    },
  };
}

describe('readCard', () => {
  it('has defaults for everything', () => {
    const schema = {
      type: 'object',
      properties: { spec: { type: 'object', description: ' A database ' } },
    };
    expect(readCard(promise({}, schema))).toEqual({
      card: {
        title: 'Dev database',
        description: 'A database',
        tags: [],
        links: [],
        whatYouGet: [],
      },
      findings: [],
    });
  });

  it('reads every annotation', () => {
    expect(
      readCard(
        promise({
          'promissory.io/title': ' PostgreSQL ',
          'promissory.io/description': 'A database with backups',
          'promissory.io/owner': 'platform',
          'promissory.io/icon': 'kind:database',
          'promissory.io/category': 'Data',
          'promissory.io/tags': 'sql, My Data,sql',
          'promissory.io/links':
            '[{url: "https://example.com", title: Runbook}, {url: /docs}]',
          'promissory.io/what-you-get':
            '- A database\n- 7 days of backups\n- 24',
          'promissory.io/example': 'size: small',
          'promissory.io/documentation': '# How',
        }),
      ),
    ).toEqual({
      card: {
        title: 'PostgreSQL',
        description: 'A database with backups',
        owner: 'group:default/platform',
        icon: 'kind:database',
        category: 'Data',
        tags: ['sql', 'my-data'],
        links: [
          { url: 'https://example.com', title: 'Runbook' },
          { url: '/docs' },
        ],
        whatYouGet: ['A database', '7 days of backups', '24'],
        example: { size: 'small' },
        documentation: '# How',
      },
      findings: [],
    });
  });

  it.each([
    ['promissory.io/owner', 'group:a/b/c', 'owner', undefined],
    ['promissory.io/icon', '<svg>', 'icon', undefined],
    ['promissory.io/tags', 'sql, ä', 'tags', ['sql']],
    ['promissory.io/links', '[{title: x}]', 'links', []],
    ['promissory.io/links', '[{url: "javascript:alert(1)"}]', 'links', []],
    ['promissory.io/links', '[{url: "//evil.example"}]', 'links', []],
    ['promissory.io/links', '{', 'links', []],
    ['promissory.io/what-you-get', 'a: b', 'whatYouGet', []],
    ['promissory.io/example', '- list', 'example', undefined],
  ] as const)('warns of %s: %s', (annotation, value, field, rest) => {
    const { card, findings } = readCard(promise({ [annotation]: value }));
    expect(card[field]).toEqual(rest);
    expect(findings).toEqual([
      {
        severity: 'warning',
        path: `metadata.annotations[${annotation}]`,
        message: expect.stringContaining(annotation),
      },
    ]);
  });

  it('survives aliases that would fill the memory', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 12; level++) {
      const items = Array(9)
        .fill(`*a${level - 1}`)
        .join(', ');
      lines.push(`a${level}: &a${level} [${items}]`);
    }
    const { card, findings } = readCard(
      promise({ [annotations.ANNOTATION_EXAMPLE]: lines.join('\n') }),
    );
    expect(card.example).toBeUndefined();
    expect(findings).toHaveLength(1);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(
            ...Object.values(annotations).filter(value =>
              String(value).startsWith('promissory.io/'),
            ),
          ),
          fc.string(),
        ),
        values => {
          expect(readCard(promise(values)).card.title).not.toBe('');
        },
      ),
    );
  });
});
