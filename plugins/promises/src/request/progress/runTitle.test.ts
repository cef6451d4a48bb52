import { runTitle } from './runTitle';

describe('runTitle', () => {
  it.each([
    ['configure', 'order', 'Generation 2, as ordered'],
    ['configure', 'reconcile', 'Generation 2, run again'],
    ['delete', 'delete', 'Generation 2, removal'],
    ['delete', 'retry', 'Generation 2, removal tried again'],
  ] as const)(
    'says what a run to %s by %s was for',
    (workflow, trigger, title) => {
      expect(runTitle({ generation: 2, workflow, trigger })).toBe(title);
    },
  );
});
