import { pageTabs } from './pageTabs';

const links = {
  marketplace: '/promises',
  requests: '/promises/requests',
  destinations: '/promises/destinations',
  doctor: '/promises/doctor',
} as Parameters<typeof pageTabs>[0];

describe('pageTabs', () => {
  it.each([
    [true, ['marketplace', 'requests', 'destinations', 'doctor', 'approvals']],
    [false, ['marketplace', 'requests', 'destinations', 'approvals']],
  ])('shows the doctor to those who may see it: %s', (maySeeDoctor, ids) => {
    const tabs = pageTabs(
      links,
      [{ path: 'approvals', title: 'Approvals', element: null as never }],
      { maySeeDoctor },
    );
    expect(tabs.map(({ id }) => id)).toEqual(ids);
  });
});
