import { commitMessage } from './commitMessage';

const placement = (name: string, removal = false) => ({
  id: `id-${name}`,
  name,
  removal,
});

describe('commitMessage', () => {
  it.each([
    [[placement('a')], 'Update from: a'],
    [[placement('a', true)], 'Delete from: a'],
    [[placement('a'), placement('b', true)], 'Update from: 2 placements'],
    [[placement('a', true), placement('b', true)], 'Delete from: 2 placements'],
  ])('names %j', (placements, subject) => {
    const message = commitMessage({ placements, batch: 'B', epoch: 7 });
    expect(message.split('\n')[0]).toBe(subject);
    expect(message).toContain(
      `\n\n${placements
        .map(({ name }) => `Placement: ${name}@id-${name}\n`)
        .join('')}Batch: B\nEpoch: 7\n`,
    );
  });
});
