import type { JsonObject } from '@promissory/plugin-promises-common';
import { parse, stringify } from 'yaml';
import { FunctionError, type FunctionInput } from '../pipelineFunction';
import { policyFunction } from '../policy/policyFunction';
import { filesOf, functionInput } from './functionInput';

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

/** Runs the function `policy` and tells what it found, wherever it found it. */
export function askPolicy(options: unknown, more: Partial<FunctionInput> = {}) {
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

/** A rule of the request that holds, but for what is said. */
export const rule = (more: object) => ({
  name: 'a',
  expression: 'true',
  ...more,
});
/** The same of each document. */
export const inDocument = (more: object) => ({ scope: 'document', ...more });

/** The fact of the first shared policy. */
export const shared = (promise: string, rules: unknown) => ({
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
