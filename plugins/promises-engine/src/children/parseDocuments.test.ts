import { checkShape } from '../admission/checkShape';
import { parseDocuments } from './parseDocuments';

const nested = (depth: number) =>
  `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

const document = (parts: {
  readonly spec?: string;
  readonly labels?: string;
}) =>
  `{"apiVersion": "example.com/v1", "kind": "Database", "metadata": {"name": "a", "labels": ${
    parts.labels ?? '{}'
  }}, "spec": ${parts.spec ?? '{}'}}`;

const parse = (filepath: string, text: string) =>
  parseDocuments(filepath, Buffer.from(text));

describe('parseDocuments', () => {
  it.each(['a.json', 'a.yaml'])(
    'keeps nothing of what is nested too deeply: %s',
    filepath => {
      const parsed = parse(filepath, document({ spec: nested(200) }));
      if (!('documents' in parsed)) throw new Error(parsed.problem);
      const [{ name, spec, errors }] = parsed.documents;
      expect(name).toBe('a');
      expect(spec).toEqual({});
      expect(errors).toEqual([
        expect.objectContaining({
          path: expect.stringMatching(/^spec\.a\.a/),
          message: 'nested deeper than 100 levels',
        }),
      ]);
      expect(errors[0].path.length).toBeLessThan(300);
    },
  );

  it.each(['spec', 'labels'])(
    'reads JSON of many thousands of levels in %s',
    part => {
      const parsed = parse('a.json', document({ [part]: nested(50_000) }));
      if (!('documents' in parsed)) throw new Error(parsed.problem);
      const [{ errors, spec, labels }] = parsed.documents;
      expect(errors.length).toBeGreaterThan(0);
      expect(JSON.stringify([spec, labels, errors]).length).toBeLessThan(1_000);
    },
  );

  it('says that YAML of many thousands of levels cannot be read', () => {
    expect(parse('a.yaml', document({ spec: nested(20_000) }))).toEqual({
      problem: expect.stringMatching(/nested too deeply/),
    });
  });

  it('keeps what is as deep as it may be', () => {
    const parsed = parse('a.json', document({ spec: nested(100) }));
    if (!('documents' in parsed)) throw new Error(parsed.problem);
    const [{ errors, spec }] = parsed.documents;
    expect(errors).toEqual([]);
    expect(checkShape(spec, 'spec')).toEqual([]);
    expect(spec).toHaveProperty('a.a.a');
  });
});
