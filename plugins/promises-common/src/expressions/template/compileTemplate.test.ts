import fc from 'fast-check';
import { compileTemplate, ExpressionError } from '..';

const context = { spec: { name: 'db', size: 3, tags: ['a'], none: null } };

const evaluate = (source: string) =>
  compileTemplate(source, { variables: ['spec'] }).evaluate(context);

describe('compileTemplate', () => {
  it.each([
    ['plain', 'plain'],
    ['', ''],
    ['${{ spec.size }}', 3],
    ['${{spec.tags}}', ['a']],
    ['${{ spec.none }}', null],
    ['name: ${{ spec.name }}', 'name: db'],
    ['${{ spec.name }}-${{ spec.size + 1 }}', 'db-4'],
    ['${{ spec.name }} ', 'db '],
    ['tags ${{ spec.tags }} ${{ true }}', 'tags ["a"] true'],
    ['$${{ spec.name }}', '${{ spec.name }}'],
    ['$${{ a }} ${{ spec.size }}', '${{ a }} 3'],
    ['$ {{ }} $x ${HOME}', '$ {{ }} $x ${HOME}'],
    ['${{ {"a": {"b": 1}} }}', { a: { b: 1 } }],
    ['${{ {"a": {"b": "}}"}}.a.b }}', '}}'],
    ['${{ r"\\d}}" }}', '\\d}}'],
    ['${{ """ "}} """.size() }}', 5],
    ['${{ 1 // }} is no end\n + 2 }}', 3],
  ])('%j is %j', (source, expected) => {
    expect(evaluate(source)).toEqual(expected);
  });

  it.each([
    ['x ${{ spec.size', 'not closed', 2],
    ['${{ }}', 'it is empty', 3],
    ['ab ${{ spec.nope }}', 'no such key: nope', 7],
    ['ab\n${{ nope }}', 'no variable nope', 7],
    ['v${{ spec.none }}', 'it is null', 4],
  ])('fails on %j: %s at offset %d', (source, problem, start) => {
    let error: unknown;
    try {
      evaluate(source);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(ExpressionError);
    expect((error as ExpressionError).message).toContain(problem);
    expect((error as ExpressionError).position?.start).toBe(start);
    expect((error as ExpressionError).source).toBe(source);
  });

  it('says whether there is anything to evaluate', () => {
    const options = { variables: [] };
    expect(compileTemplate('a $${{ b }}', options).dynamic).toBe(false);
    expect(compileTemplate('${{ 1 }}', options).dynamic).toBe(true);
  });

  it('leaves texts alone that hold no expression', () => {
    fc.assert(
      fc.property(
        fc.string().filter(text => !text.includes('${{')),
        text => {
          expect(evaluate(text)).toBe(text);
        },
      ),
    );
  });

  it('gives any JSON back unchanged', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const template = compileTemplate('${{ value }}', {
          variables: ['value'],
        });
        const plain = JSON.parse(JSON.stringify(value)) as unknown;
        expect(template.evaluate({ value: plain })).toEqual(plain);
      }),
    );
  });
});
