import { formats } from './formats';

describe('formats', () => {
  it.each([
    [
      'datetime',
      ['2023-01-01t00:00:00z', '2023-01-01T00:00:00,5+01:00'],
      ['2023-01-01T00:00:60Z', '2023-01-01'],
    ],
    ['date', ['2024-02-29'], ['2023-02-29', '2023-1-1']],
    [
      'duration',
      ['1h', '3 minutes', '2d', '1 week', 'PT5M', '0', '-1.5s'],
      ['5', '', 'soon'],
    ],
    ['byte', ['YQ==', 'YWJj'], ['', 'YQ', 'YQ= =']],
    [
      'email',
      ['a@b', 'Bob <bob@example.com>', ' a@b.c '],
      ['a', 'a@', '@b', 'a b@c'],
    ],
    [
      'hostname',
      ['example', 'a.example.com', 'exämple.com'],
      ['a.b', '1.2.3.4', 'a_b.com', 'a.com.'],
    ],
    ['ipv4', ['10.0.0.01', '::ffff:1.2.3.4'], ['10.0.0', '10.0.0.256', '']],
    [
      'ipv6',
      ['::1', '::ffff:1.2.3.4'],
      ['1.2.3.4', ':::', '1:2:3:4:5:6:7:8:9'],
    ],
    ['cidr', ['10.0.0.1/8', '::/0'], ['10.0.0.0', '10.0.0.0/33']],
    ['mac', ['00:00:5e:00:53:01', '0000.5e00.5301'], ['00:00:5e:00:53', 'x']],
    [
      'uri',
      ['/a/b', 'https://', '//a.b/c', 'https://a b'.replace(' b', '/ b')],
      ['a/b', '', 'http://[::1', '/%zz'],
    ],
    [
      'uuid',
      [
        '6BA7B810-9DAD-11D1-80B4-00C04FD430C8',
        '6ba7b8109dad11d180b400c04fd430c8',
      ],
      ['x'],
    ],
    ['isbn', ['0321751043', '978-0321751041'], ['0321751044']],
    ['creditcard', ['4111 1111 1111 1111'], ['4111 1111 1111 1112']],
    ['hexcolor', ['#fff', 'ffffff'], ['#ff']],
    ['rgbcolor', ['rgb(0, 128,255)'], ['rgb(0,0,256)']],
    ['k8sshortname', ['a-1'], ['A', 'a.b', 'a'.repeat(64)]],
    ['k8slongname', ['a.b', 'a'.repeat(64)], ['A.b', 'a..b']],
  ])('%s takes and refuses what the API server does', (name, good, bad) => {
    const matches = formats.get(name)!;
    expect(good.filter(text => !matches(text))).toEqual([]);
    expect(bad.filter(matches)).toEqual([]);
  });
});
