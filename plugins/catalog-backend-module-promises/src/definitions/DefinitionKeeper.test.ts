import { mockServices } from '@backstage/backend-test-utils';
import { DefinitionKeeper } from './DefinitionKeeper';
import type { DefinitionsClient } from './DefinitionsClient';

const MINUTE = 60_000;

function setup(missing: readonly string[] = []) {
  let time = 0;
  const client = {
    put: jest.fn(async () => {}),
    listMissing: jest.fn(async () => missing),
  };
  const keeper = DefinitionKeeper.create({
    client: client as unknown as DefinitionsClient,
    logger: mockServices.logger.mock(),
    now: () => time,
  });
  return {
    client,
    keep: (hash: string, wasSent: boolean) =>
      keeper.keep({ hash, definition: { a: 1 }, wasSent }),
    pass: (ms: number) => {
      time += ms;
    },
  };
}

describe('DefinitionKeeper', () => {
  it('sends what was never sent, without asking', async () => {
    const { client, keep } = setup();
    await keep('a', false);
    expect(client.put).toHaveBeenCalledWith('a', { a: 1 });
    expect(client.listMissing).not.toHaveBeenCalled();
  });

  it('asks for what was sent before, now and then', async () => {
    const { client, keep, pass } = setup();
    await keep('a', true);
    await keep('a', true);
    expect(client.listMissing).toHaveBeenCalledTimes(1);
    pass(11 * MINUTE);
    await keep('b', true);
    await keep('a', true);
    expect(client.listMissing).toHaveBeenCalledTimes(3);
    expect(client.put).not.toHaveBeenCalled();
  });

  it('sends again what was lost', async () => {
    const { client, keep } = setup(['a']);
    await keep('a', true);
    expect(client.put).toHaveBeenCalledTimes(1);
  });

  it('fails where something new cannot be sent', async () => {
    const { client, keep } = setup();
    client.put.mockRejectedValue(new Error('down'));
    await expect(keep('a', false)).rejects.toThrow('down');
  });

  it('does not fail where it only could not ask', async () => {
    const { client, keep } = setup();
    client.listMissing.mockRejectedValue(new Error('down'));
    await expect(keep('a', true)).resolves.toBeUndefined();
  });
});
