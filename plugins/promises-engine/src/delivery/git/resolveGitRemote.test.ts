import { resolveGitRemote } from './resolveGitRemote';

describe('resolveGitRemote', () => {
  it.each([
    ['file:///state.git', '/srv/git/state.git'],
    ['file:///a/b.git', '/srv/git/a/b.git'],
    // A URL cannot climb above its root, and here the root is the folder.
    ['file:///../../etc/x', '/srv/git/etc/x'],
    ['file:///with%20space.git', '/srv/git/with space.git'],
  ])('finds %s below the local folder', (url, directory) => {
    expect(resolveGitRemote({ url, localDirectory: '/srv/git' })).toEqual({
      kind: 'local',
      directory,
    });
  });

  it('names the host of an https URL with its port', () => {
    expect(resolveGitRemote({ url: 'https://git.example:8443/a.git' })).toEqual(
      {
        kind: 'https',
        url: 'https://git.example:8443/a.git',
        host: 'git.example:8443',
      },
    );
  });

  it.each([
    ['file:///%2e%2e%2f%2e%2e%2fetc', 'leaves the folder'],
    ['file:///..%2f..%2fetc', 'leaves the folder'],
    ['file:///', 'names nothing'],
    ['file:///%00', 'leaves the folder'],
    ['file:///%E0', 'percent escape'],
    ['file://host/x.git', 'three slashes'],
    ['ssh://git@host/x.git', 'SSH is not supported yet'],
    ['git@host:x.git', 'SSH is not supported yet'],
    ['http://host/x.git', 'use https://'],
    ['https://user:pw@host/x.git', 'carries credentials'],
    ['ext::sh -c evil', 'not supported'],
    ['/srv/git/x.git', 'not a URL'],
    ['--upload-pack=evil', 'not a URL'],
    ['', 'not a URL'],
  ])('refuses %s', (url, problem) => {
    expect(() => resolveGitRemote({ url, localDirectory: '/srv/git' })).toThrow(
      problem,
    );
  });

  it('refuses local repositories where no folder is configured', () => {
    expect(() => resolveGitRemote({ url: 'file:///x.git' })).toThrow(
      'promises.git.localDirectory',
    );
  });
});
