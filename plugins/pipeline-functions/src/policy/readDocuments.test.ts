import { askPolicy, inDocument, rule } from '../__testUtils__/askPolicy';
import { filesOf } from '../__testUtils__/functionInput';

describe('documents of policy', () => {
  const rules = [rule(inDocument({}))];

  it.each([
    ['is not YAML', 'a: [', /cannot be read as YAML/],
    ['has a key twice', 'a: 1\na: 2\n', /unique/],
    ['is not UTF-8', Buffer.from([0xff, 0xfe]), /cannot be read/],
    ['names an unknown alias', 'a: *b\n', /cannot be read/],
    ['is broken in its second document', 'a: 1\n---\nb: [\n', /line 3|line 4/],
  ])('blames a file that %s', (_, content, message) => {
    const answer = askPolicy(
      { rules },
      { output: new Map([['bad.yaml', Buffer.from(content as string)]]) },
    );
    expect(answer.reason).toBe('PolicyViolation');
    expect(answer.violations).toEqual([
      {
        rule: 'readable-documents',
        severity: 'error',
        message: expect.stringMatching(message),
        file: 'bad.yaml',
      },
    ]);
  });

  it('should leave out what is to be ignored, and what no rule looks at', () => {
    const output = filesOf({
      'chart/templates/a.yaml': '{{ if x }}',
      'charts.yaml': 'kind: A\n',
    });
    expect(askPolicy({ rules, ignore: ['chart/'] }, { output }).reason).toBe(
      'Succeeded',
    );
    expect(askPolicy({ rules: [rule({})] }, { output }).reason).toBe(
      'Succeeded',
    );
  });
});
