import { outputValues } from './outputValues';

describe('outputValues', () => {
  it('makes links of web addresses only', () => {
    expect(
      outputValues({
        message: 'shown by the state',
        console: 'https://db.example.com',
        script: 'data:text/html,hello',
        port: 5432,
        host: { name: 'db' },
        nothing: null,
      }),
    ).toEqual([
      {
        name: 'console',
        value: 'https://db.example.com',
        text: 'https://db.example.com',
        href: 'https://db.example.com',
      },
      {
        name: 'script',
        value: 'data:text/html,hello',
        text: 'data:text/html,hello',
      },
      { name: 'port', value: 5432, text: '5432' },
      { name: 'host', value: { name: 'db' } },
      { name: 'nothing', value: null, text: 'null' },
    ]);
  });

  it('is empty without outputs', () => {
    expect(outputValues(undefined)).toEqual([]);
  });
});
