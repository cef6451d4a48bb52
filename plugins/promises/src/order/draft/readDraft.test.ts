import { readDraft } from './readDraft';

const draft = {
  namespace: 'default',
  name: 'db',
  owner: 'group:default/a',
  spec: { size: 'small' },
  comment: '',
};

describe('readDraft', () => {
  it('reads back what was stored', () => {
    expect(readDraft(JSON.stringify(draft))).toEqual(draft);
  });

  it.each([null, '', '{', '[]', '{"spec":1}'])('ignores %s', stored => {
    expect(readDraft(stored)).toBeUndefined();
  });
});
