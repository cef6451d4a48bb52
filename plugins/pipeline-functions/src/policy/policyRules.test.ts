import { askPolicy, inDocument, rule } from '../__testUtils__/askPolicy';

const found = (...rules: object[]) =>
  askPolicy({ rules: rules.map((more, i) => rule({ name: `r${i}`, ...more })) })
    .violations;

describe('rules of policy', () => {
  it.each<[string, object, number]>([
    ['true is fine', { expression: 'spec.replicas == 5' }, 0],
    ['false is broken', { expression: 'spec.replicas < 5' }, 1],
    ['a condition that holds', { when: 'true', expression: 'false' }, 1],
    ['a condition that does not', { when: 'false', expression: 'false' }, 0],
    ['the Promise', { expression: 'promise.name == "app"' }, 0],
    ['metadata', { expression: 'metadata.namespace == "default"' }, 0],
    ['the object', { expression: 'object.kind == "App"' }, 0],
    ['an optional field', { expression: 'spec.?size.orValue("s") == "s"' }, 0],
    [
      'a loop over a list',
      {
        forEach: { in: 'spec.hosts', as: 'host' },
        expression: 'host == "a"',
      },
      1,
    ],
    [
      'a loop over a map',
      {
        forEach: { in: 'metadata', as: 'entry' },
        expression: 'entry.key == "name" && entry.value == "shop"',
      },
      1,
    ],
    [
      'all documents in a rule of the request',
      { expression: 'documents.exists(d, d.kind == "NetworkPolicy")' },
      1,
    ],
    ['each document', inDocument({ expression: 'false' }), 5],
    [
      'by kind',
      inDocument({ match: { kinds: ['ConfigMap'] }, expression: 'false' }),
      2,
    ],
    [
      'by group',
      inDocument({ match: { apiGroups: ['apps'] }, expression: 'false' }),
      1,
    ],
    [
      'by the core group',
      inDocument({ match: { apiGroups: [''] }, expression: 'false' }),
      3,
    ],
    [
      'by namespace',
      inDocument({ match: { namespaces: ['shop'] }, expression: 'false' }),
      2,
    ],
    [
      'by name',
      inDocument({ match: { names: ['one', 's'] }, expression: 'false' }),
      2,
    ],
    [
      'by label',
      inDocument({
        match: { labels: { tier: 'front' } },
        expression: 'false',
      }),
      1,
    ],
    [
      'by all of them',
      inDocument({
        match: { kinds: ['Deployment'], names: ['other'] },
        expression: 'false',
      }),
      0,
    ],
    [
      'pods of a Deployment, where yes is true as in Kubernetes',
      inDocument({
        match: { kinds: ['Deployment'] },
        expression: '!podSpec.?hostNetwork.orValue(false)',
      }),
      1,
    ],
    [
      'pods of a CronJob',
      inDocument({
        match: { kinds: ['CronJob'] },
        expression: 'containers.all(c, c.image == "job:1")',
      }),
      0,
    ],
    [
      'no pods of a Service',
      inDocument({
        match: { kinds: ['Service'] },
        expression: 'podSpec == null && containers.size() == 0',
      }),
      0,
    ],
    ['the file', inDocument({ expression: 'file.endsWith(".json")' }), 4],
  ])('asks: %s', (_, more, count) => {
    expect(found(more)).toHaveLength(count);
  });

  it.each<[string, object, object]>([
    [
      'the expression where there is no message',
      {},
      { message: 'it must hold that false' },
    ],
    [
      'a message with expressions',
      { message: '${{ spec.replicas }} are too many' },
      { message: '5 are too many' },
    ],
    [
      'a message that is one expression',
      { message: '${{ spec.replicas }}' },
      { message: '5' },
    ],
    [
      'a message expression',
      { messageExpression: '"not " + spec.environment' },
      { message: 'not dev' },
    ],
    ['a field', { field: 'spec.replicas' }, { path: 'spec.replicas' }],
    [
      'a field of an item',
      {
        forEach: { in: '[1]', as: 'i' },
        field: 'spec.hosts[${{ i }}]',
      },
      { path: 'spec.hosts[1]' },
    ],
    ['a severity', { severity: 'warning' }, { severity: 'warning' }],
    [
      'the longest messages in part',
      { message: 'x'.repeat(2_000) },
      { message: `${'x'.repeat(1_000)}…` },
    ],
  ])('says %s', (_, more, expected) => {
    expect(found({ expression: 'false', ...more })).toEqual([
      expect.objectContaining(expected),
    ]);
  });

  it.each<[string, object, RegExp]>([
    ['no CEL', { expression: '1 +' }, /^rule a: expression: /],
    [
      'CEL that is never asked',
      { when: 'false', expression: 'nothing' },
      /^rule a: expression: .*no variable nothing/,
    ],
    [
      'a field that is not there',
      { expression: 'spec.nothing == 1' },
      /^rule a: expression: .*no such key: nothing/,
    ],
    [
      'text for a boolean',
      { expression: '"yes"' },
      /^rule a: expression: must give true or false, not a value of type string/,
    ],
    ['null for a boolean', { expression: 'null' }, /not null/],
    [
      'a condition that is a list',
      { when: '[true]' },
      /^rule a: when: must give true or false, not a list/,
    ],
    [
      'too much work',
      {
        expression:
          'spec.list.all(a, spec.list.all(b, spec.list.all(c, a + b + c >= 0)))',
      },
      /^rule a: expression: .*(cost|steps|much)/i,
    ],
    [
      'a loop over a number',
      { forEach: { in: '5', as: 'i' } },
      /^rule a: forEach.in: must give a list or a map/,
    ],
    [
      'a loop over a known name',
      { forEach: { in: '[1]', as: 'spec' } },
      /^rule a: forEach.as: spec is a variable already/,
    ],
    [
      'a message that is a list',
      { expression: 'false', message: '${{ [1] }}' },
      /^rule a: message: must give a text, not a list/,
    ],
    [
      'a message that is no template',
      { message: '${{ 1 + }}' },
      /^rule a: message: /,
    ],
    [
      'two messages',
      { message: 'a', messageExpression: '"a"' },
      /^rule a: messageExpression: give it or message/,
    ],
    [
      'an empty field',
      { expression: 'false', field: '${{ "" }}' },
      /^rule a: field: must give a text/,
    ],
    [
      'a match without documents',
      { match: { kinds: ['A'] } },
      /^rule a: match: is for rules with scope: document/,
    ],
    [
      'the document in a rule of the request',
      { expression: 'document.kind == "A"' },
      /no variable document/,
    ],
    [
      'an unknown field',
      { expresion: 'true' },
      /rules\[0\]\.expresion: is not/,
    ],
    [
      'an unknown field of match',
      { scope: 'document', match: { kind: ['A'] } },
      /rules\[0\]\.match\.kind: is not/,
    ],
    ['an unknown severity', { severity: 'info' }, /rules\[0\]\.severity/],
    ['an unknown scope', { scope: 'all' }, /rules\[0\]\.scope/],
    ['no name', { name: undefined }, /rules\[0\]\.name/],
  ])('never passes %s', (_, more, message) => {
    const list = Array.from({ length: 300 }, (_item, index) => index);
    const answer = askPolicy(
      { rules: [rule(more)] },
      { object: { spec: { list } } },
    );
    expect(answer.reason).toBe('PolicyInvalid');
    expect(answer.message).toMatch(message);
  });

  it('should refuse two rules of one name', () => {
    expect(askPolicy({ rules: [rule({}), rule({})] })).toMatchObject({
      reason: 'PolicyInvalid',
      message: expect.stringContaining('rules[1]: is there twice'),
    });
  });
});
