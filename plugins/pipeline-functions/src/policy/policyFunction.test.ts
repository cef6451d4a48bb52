import type { JsonObject } from '@promissory/plugin-promises-common';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { filesOf, functionInput } from '../__testUtils__/functionInput';
import { FunctionError, type FunctionInput } from '../pipelineFunction';
import { policyExample } from './policyExample';
import { policyFunction } from './policyFunction';

const DEPLOYMENT = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop, labels: { tier: front } }
spec:
  template:
    spec:
      hostNetwork: yes
      initContainers: [{ name: setup, image: busybox }]
      containers:
        - name: web
          image: web:latest
          resources: { limits: { memory: 1Gi } }
`;
const CRON_JOB = `
apiVersion: batch/v1
kind: CronJob
metadata: { name: nightly, namespace: shop }
spec: { jobTemplate: { spec: { template: { spec: { containers: [{ name: job, image: 'job:1' }] } } } } }
`;
const CONFIG_MAPS = `
apiVersion: v1
kind: List
items:
  - { apiVersion: v1, kind: ConfigMap, metadata: { name: one } }
  - { apiVersion: v1, kind: ConfigMap, metadata: { name: two } }
`;
const OUTPUT = filesOf({
  'app.yaml': `${DEPLOYMENT}---${CRON_JOB}`,
  'config/maps.yml': CONFIG_MAPS,
  'service.json':
    '{"apiVersion":"v1","kind":"Service","metadata":{"name":"s"}}',
  'readme.md': 'not: [yaml',
  'values.yaml': '- just\n- a list\n',
});

/** Runs the function and tells what it found, wherever it found it. */
function ask(options: unknown, more: Partial<FunctionInput> = {}) {
  const log: string[] = [];
  const input = functionInput(options, {
    output: OUTPUT,
    log: line => log.push(line),
    ...more,
  });
  try {
    const { violations = [], metadata } = policyFunction.run(input);
    const status = metadata.get('status.yaml');
    return {
      reason: 'Succeeded',
      message: '',
      violations,
      log,
      status: status && (parse(Buffer.from(status).toString()) as JsonObject),
    };
  } catch (error) {
    if (!(error instanceof FunctionError)) throw error;
    const { reason, message, violations } = error;
    return { reason, message, violations, log };
  }
}

const rule = (more: object) => ({ name: 'a', expression: 'true', ...more });
const found = (...rules: object[]) =>
  ask({ rules: rules.map((more, i) => rule({ name: `r${i}`, ...more })) })
    .violations;
const inDocument = (more: object) => ({ scope: 'document', ...more });

const shared = (promise: string, rules: unknown) => ({
  'policy-0': {
    kind: 'dependency' as const,
    answer: {
      kind: 'ConfigMap',
      metadata: { name: promise },
      data: {
        'rules.yaml': typeof rules === 'string' ? rules : stringify(rules),
      },
    },
  },
});

describe('policy', () => {
  it('should do what its example shows', () => {
    const { reason, violations } = ask(policyExample);
    expect(reason).toBe('PolicyViolation');
    expect(violations).toEqual([
      {
        rule: 'replicas-in-dev',
        severity: 'error',
        message: 'at most 3 replicas in dev, not 5',
        path: 'spec.replicas',
      },
      {
        rule: 'memory-limit',
        severity: 'error',
        message: 'container setup has no limit of memory',
        file: 'app.yaml',
        document: 'Deployment shop/web',
      },
      {
        rule: 'pinned-image',
        severity: 'warning',
        message: 'pin the images of setup, web',
        file: 'app.yaml',
        document: 'Deployment shop/web',
      },
    ]);
  });

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
    const answer = ask({ rules: [rule(more)] }, { object: { spec: { list } } });
    expect(answer.reason).toBe('PolicyInvalid');
    expect(answer.message).toMatch(message);
  });

  it('should refuse two rules of one name', () => {
    expect(ask({ rules: [rule({}), rule({})] })).toMatchObject({
      reason: 'PolicyInvalid',
      message: expect.stringContaining('rules[1]: is there twice'),
    });
  });

  describe('shared', () => {
    const options = { policies: [{ promise: 'company-standards' }] };

    it('should ask for the ConfigMap of each policy', () => {
      expect(
        policyFunction.facts?.(
          functionInput({
            policies: [
              { promise: 'company-standards' },
              { promise: 'company-standards', name: 'images' },
            ],
          }),
        ),
      ).toEqual({
        'policy-0': {
          kind: 'dependency',
          promise: 'company-standards',
          document: { kind: 'ConfigMap', name: 'company-standards' },
        },
        'policy-1': {
          kind: 'dependency',
          promise: 'company-standards',
          document: { kind: 'ConfigMap', name: 'images' },
        },
      });
    });

    it.each([
      ['a list', [rule({ expression: 'false' })]],
      ['a mapping', { rules: [rule({ expression: 'false' })] }],
    ])('should name the policy of a rule from %s', (_, rules) => {
      const facts = shared('company-standards', rules);
      expect(ask(options, { facts })).toMatchObject({
        reason: 'PolicyViolation',
        message: expect.stringContaining('(company-standards/a)'),
        violations: [{ rule: 'a', policy: 'company-standards' }],
      });
    });

    it('should stand beside rules of the Promise, also with the same name', () => {
      const facts = shared('s', [rule({ expression: 'false' })]);
      const { violations } = ask(
        { ...options, rules: [rule({ expression: 'false' })] },
        { facts },
      );
      expect(violations.map(({ policy }) => policy)).toEqual([
        'company-standards',
        undefined,
      ]);
    });

    it.each<[string, object, RegExp]>([
      [
        'is not there',
        { 'policy-0': { kind: 'dependency', answer: null } },
        /^policy company-standards: Promise company-standards has no ConfigMap company-standards .*requiredPromises/,
      ],
      [
        'has no key',
        { 'policy-0': { kind: 'dependency', answer: { data: { a: 'b' } } } },
        /has no key rules\.yaml/,
      ],
      ['is not YAML', shared('s', 'a: ['), /rules\.yaml is not YAML/],
      ['is a text', shared('s', 'text'), /must be a list of rules/],
      [
        'has an unknown field',
        shared('s', [rule({ expresion: '1' })]),
        /rules\[0\]\.expresion: is no field of a rule/,
      ],
      [
        'has a broken rule',
        shared('s', [rule({ expression: '1 +' })]),
        /^rule a of policy company-standards: expression: /,
      ],
      [
        'has other things than rules',
        shared('s', { rules: [], more: 1 }),
        /more: is no field/,
      ],
    ])('never passes where the policy %s', (_, facts, message) => {
      const answer = ask(options, { facts: facts as FunctionInput['facts'] });
      expect(answer.reason).toBe('PolicyInvalid');
      expect(answer.message).toMatch(message);
    });
  });

  describe('documents', () => {
    const rules = [rule(inDocument({}))];

    it.each([
      ['is not YAML', 'a: [', /cannot be read as YAML/],
      ['has a key twice', 'a: 1\na: 2\n', /unique/],
      ['is not UTF-8', Buffer.from([0xff, 0xfe]), /cannot be read/],
      ['names an unknown alias', 'a: *b\n', /cannot be read/],
      [
        'is broken in its second document',
        'a: 1\n---\nb: [\n',
        /line 3|line 4/,
      ],
    ])('blames a file that %s', (_, content, message) => {
      const answer = ask(
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
      expect(ask({ rules, ignore: ['chart/'] }, { output }).reason).toBe(
        'Succeeded',
      );
      expect(ask({ rules: [rule({})] }, { output }).reason).toBe('Succeeded');
    });
  });

  describe('warnings', () => {
    const rules = [rule({ severity: 'warning', expression: 'false' })];
    const warning = {
      pipeline: 'configure',
      rule: 'a',
      message: 'it must hold that false',
    };
    const other = { pipeline: 'other', rule: 'b', message: 'm' };

    it('should succeed, and be in the status', () => {
      const answer = ask({ rules });
      expect(answer).toMatchObject({
        reason: 'Succeeded',
        status: { warnings: [warning] },
        log: ['warning: it must hold that false (a)'],
      });
      expect(answer.violations).toEqual([
        { rule: 'a', severity: 'warning', message: warning.message },
      ]);
    });

    it.each<[string, object[] | undefined, object[] | undefined, object[]]>([
      ['those of other pipelines stay', [other], undefined, [other, warning]],
      ['those of the run before go', [warning], undefined, [warning]],
      ['those of containers before stay', [], [other], [other, warning]],
    ])('%s', (_, before, standing, expected) => {
      const { status } = ask(
        { rules },
        {
          object: { status: { warnings: before } },
          metadata: standing
            ? filesOf({
                'status.yaml': stringify({ message: 'm', warnings: standing }),
              })
            : new Map(),
        },
      );
      expect(status?.warnings ?? before).toEqual(expected);
    });

    it('should go where nothing is found any more', () => {
      const { status } = ask(
        { rules: [rule({})] },
        { object: { status: { warnings: [warning, other] } } },
      );
      expect(status).toEqual({ warnings: [other] });
    });

    it('should be told of together with errors', () => {
      const { reason, violations } = ask({
        rules: [...rules, rule({ name: 'b', expression: 'false' })],
      });
      expect(reason).toBe('PolicyViolation');
      expect(violations.map(({ severity }) => severity)).toEqual([
        'error',
        'warning',
      ]);
    });
  });

  it('should list what fits and say how many there are more', () => {
    const { message, violations, log } = ask({
      rules: [
        rule({
          forEach: { in: 'lists.range(150)', as: 'i' },
          expression: 'false',
          message: 'item ${{ i }}',
        }),
      ],
    });
    expect(violations).toHaveLength(100);
    expect(log).toHaveLength(150);
    expect(message).toMatch(/^item 0 \(a\); .*item 19 \(a\); and 130 more$/);
  });

  it('changes nothing without rules', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), texts => {
        const input = functionInput(
          { rules: [] },
          { output: filesOf(texts), metadata: filesOf(texts) },
        );
        expect(policyFunction.run(input)).toEqual({
          output: new Map(),
          metadata: new Map(),
          violations: [],
        });
      }),
    );
  });

  it('keeps every violation when a rule is added', () => {
    const rules = fc.uniqueArray(
      fc.record({
        name: fc.stringMatching(/^[a-z]{1,3}$/),
        scope: fc.constantFrom('request', 'document'),
        severity: fc.constantFrom('error', 'warning'),
        expression: fc.constantFrom(
          'true',
          'false',
          'spec.replicas > 3',
          'documents.size() > 9',
        ),
      }),
      { selector: ({ name }) => name, minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(rules, all => {
        const before = ask({ rules: all.slice(1) }).violations;
        const after = ask({ rules: all }).violations;
        expect(after).toEqual(expect.arrayContaining([...before]));
      }),
    );
  });
});
