import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { SearchResultItem } from './SearchResultItem';

const promise = {
  title: 'Redis',
  text: 'Keeps sessions. · Data · cache',
  location: '/promises/redis',
  name: 'redis',
  description: 'Keeps sessions.',
  category: 'Data',
  tags: ['cache'],
  owner: 'group:default/platform',
  icon: '',
};

function render(props: Parameters<typeof SearchResultItem>[0]) {
  return renderInTestApp(<SearchResultItem {...props} />, {
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });
}

describe('SearchResultItem', () => {
  it('leads to the page of a Promise and says what it is', async () => {
    await render({ result: promise });
    expect(await screen.findByRole('link', { name: 'Redis' })).toHaveAttribute(
      'href',
      '/promises/redis',
    );
    expect(screen.getByText(/^Promise/)).toBeInTheDocument();
    expect(screen.getByText(/Keeps sessions/)).toBeInTheDocument();
  });

  it('tells a request from a Promise, and marks what was found', async () => {
    const request = {
      ...promise,
      title: 'checkout',
      location: '/promises/requests/01JD0000000000000000000000',
      promise: 'Redis',
    };
    await render({
      result: request,
      highlight: {
        preTag: '<b>',
        postTag: '</b>',
        fields: { text: 'Keeps <b>sessions</b>.' },
      },
    });
    expect(await screen.findByRole('link', { name: 'checkout' })).toBeVisible();
    expect(screen.getByText(/^Request/)).toBeInTheDocument();
    expect(screen.getByText('sessions').tagName).toBe('MARK');
  });

  it('is nothing without a result', async () => {
    await render({});
    expect(screen.queryByRole('link', { name: 'Redis' })).toBeNull();
  });
});
