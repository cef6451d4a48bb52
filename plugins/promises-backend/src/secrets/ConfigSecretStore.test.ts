import { ConfigSecretStore } from './ConfigSecretStore';

describe('ConfigSecretStore', () => {
  const store = ConfigSecretStore.create([
    {
      name: 'git',
      namespace: 'default',
      hosts: ['git.example.com', 'git.example.com:8443'],
      values: { username: 'u', password: 'p' },
    },
  ]);
  const reader = 'GitStateStore/default';

  it.each(['git.example.com', 'GIT.example.com:8443'])(
    'reads towards %s',
    async host => {
      await expect(
        store.read({ name: 'git' }, { reader, host }),
      ).resolves.toEqual({ username: 'u', password: 'p' });
    },
  );

  it.each([
    [{ name: 'git' }, 'evil.example.com', 'NotAllowedError'],
    [{ name: 'git' }, 'git.example.com.evil.com', 'NotAllowedError'],
    [{ name: 'git' }, '', 'NotAllowedError'],
    [{ name: 'other' }, 'git.example.com', 'NotFoundError'],
    [{ name: 'git', namespace: 'x' }, 'git.example.com', 'NotFoundError'],
  ])('refuses %j towards %s', async (reference, host, name) => {
    await expect(store.read(reference, { reader, host })).rejects.toMatchObject(
      { name, message: expect.not.stringContaining('"p"') },
    );
  });
});
