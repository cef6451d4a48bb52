import {
  destinationEntity,
  promiseDocument,
  stateStoreEntity,
} from '../fixtures';
import type { BrokenSetUp, StartedPromises } from './BrokenSetUp';

const publishPromise =
  (options: Parameters<typeof promiseDocument>[0]) =>
  async (promises: StartedPromises) => {
    await promises.publish(promiseDocument(options));
  };

export const promiseSetUps: readonly BrokenSetUp[] = [
  {
    fault: 'no Promise',
    publish: async promises => {
      await promises.publishEntity(stateStoreEntity());
      await promises.publishEntity(destinationEntity());
    },
    check: 'promises',
    status: 'warning',
    names: /There is no Promise/,
    mends:
      /locations:\n {4}- type: url\n.*\n {6}rules:\n {8}- allow:\n {12}- Promise/,
  },
  {
    fault: 'a Promise whose schema is wrong',
    breakIt: publishPromise({
      name: 'wrong',
      kind: 'Wrong',
      spec: { type: 'object', properties: { size: { type: 'strin' } } },
    }),
    check: 'promises',
    status: 'error',
    names: /size.*type/,
    mends: /promissory lint promise\.yaml/,
  },
  {
    fault: 'a Promise that requires one that is not there',
    breakIt: publishPromise({
      name: 'compound',
      kind: 'Compound',
      requiredPromises: [{ name: 'network', version: 'v1.0.0' }],
    }),
    check: 'promises',
    status: 'warning',
    names: /requires network v1\.0\.0: Requirement not installed/,
    mends: /target: .*network\.yaml/,
  },
  {
    fault: 'two Promises of one API',
    breakIt: publishPromise({ name: 'other' }),
    check: 'promises',
    status: 'error',
    names: /held by promise:default\/db/,
    mends: /metadata:\n {2}name: other-2/,
  },
  {
    fault: 'a pipeline that nothing can run',
    breakIt: publishPromise({
      name: 'container',
      kind: 'Container',
      image: 'registry.example.com/team/make:v2',
    }),
    check: 'runners',
    status: 'error',
    names: /Nothing here runs pipeline make of its workflow resource configure/,
    mends:
      /images:\n {6}- function: render\n {8}repository: registry\.example\.com\/team\/make\n {8}major: 2/,
  },
  {
    fault: 'a namespace whose groups do not exist',
    config: {
      namespaces: [
        { pattern: 'default' },
        { pattern: 'team-a', groups: ['group:default/gone'] },
      ],
    },
    check: 'namespaces',
    status: 'error',
    names: /Nobody can order in team-a: .* group:default\/gone/,
    mends: /pattern: team-a\n {6}groups:\n {8}- group:default\/<group>/,
  },
  {
    fault: 'a namespace one of whose groups does not exist',
    config: {
      namespaces: [
        {
          pattern: 'default',
          groups: ['group:default/gone', 'group:default/data'],
        },
      ],
    },
    check: 'namespaces',
    status: 'warning',
    names: /Not all groups of default .* group:default\/gone/,
    mends: /groups:\n {8}- group:default\/data\n$/,
  },
  {
    fault: 'a rule of namespaces that is never asked',
    config: {
      namespaces: [
        { pattern: '*' },
        { pattern: 'data-*', groups: ['group:default/data'] },
      ],
    },
    check: 'namespaces',
    status: 'warning',
    names: /The rule for data-\* is never asked: \* stands before it/,
    mends: /- pattern: data-\*\n {6}groups:\n.*\n {4}- pattern: "\*"/,
  },
];
