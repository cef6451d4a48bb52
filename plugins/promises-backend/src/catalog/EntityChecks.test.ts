import { checkDeliveredEntity } from './checkDeliveredEntity';
import { EntityChecks } from './EntityChecks';

const component = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'a' },
  spec: { type: 'service', lifecycle: 'production', owner: 'web' },
};
const web = { ownerRef: 'group:default/web', namespace: 'default' };

describe('EntityChecks', () => {
  it('checks a document once, and again for another owner or namespace', async () => {
    const check = jest.fn(checkDeliveredEntity);
    const checks = EntityChecks.create({ check });
    const first = await checks.check(component, web);
    expect(first).toMatchObject({ entity: { metadata: { name: 'a' } } });
    expect(await checks.check(component, { ...web })).toBe(first);
    expect(check).toHaveBeenCalledTimes(1);
    expect(
      await checks.check(component, { ...web, ownerRef: 'group:default/b' }),
    ).toHaveProperty('problem');
    await checks.check(component, { ...web, namespace: 'team-a' });
    await checks.check({ ...component }, web);
    expect(check).toHaveBeenCalledTimes(4);
  });
});
