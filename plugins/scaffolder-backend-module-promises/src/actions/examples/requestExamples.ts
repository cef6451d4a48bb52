import { exampleOf } from './exampleOf';

/** Examples of `promise:request`. */
export const requestExamples = [
  exampleOf('Order a database and go on as soon as its workflow has started', {
    id: 'order',
    name: 'Order the database',
    action: 'promise:request',
    input: {
      promise: 'postgresql',
      name: 'orders-db',
      spec: { size: 'small' },
    },
  }),
  exampleOf(
    'Order for a team, wait for the delivery at most ten minutes, and use an output of the Promise',
    {
      id: 'order',
      name: 'Order the database',
      action: 'promise:request',
      input: {
        promise: 'postgresql',
        namespace: 'default',
        name: 'orders-db',
        owner: 'group:default/web',
        labels: { team: 'web' },
        comment: 'For the order service',
        spec: { size: 'small' },
        wait: 'delivered',
        timeout: { minutes: 10 },
      },
    },
    {
      id: 'tell',
      name: 'Tell where it is',
      action: 'debug:log',
      input: {
        message:
          '${{ steps.order.output.url }} ${{ steps.order.output.state }}',
      },
    },
  ),
  exampleOf('Let every run of the template find the same order again', {
    id: 'order',
    name: 'Order the shared database',
    action: 'promise:request',
    input: {
      promise: 'postgresql',
      name: 'shared-db',
      key: 'shared-database',
      spec: { size: 'small' },
      wait: 'none',
    },
  }),
];
