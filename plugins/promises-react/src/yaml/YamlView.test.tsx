import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { YamlView } from './YamlView';

describe('YamlView', () => {
  it('shows the text as it is, coloured, and copies it', async () => {
    const text = 'name: shop # best\nhosts:\n  - a\n';
    const user = userEvent.setup();
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    await renderInTestApp(<YamlView text={text} aria-label="Manifest" />);
    const region = screen.getByRole('region', { name: 'Manifest' });
    expect(region.textContent).toBe(text);
    await waitFor(() =>
      expect(region.querySelector('[class*=tok-]')).not.toBeNull(),
    );
    expect(region.textContent).toBe(text);
    await user.click(screen.getByRole('button', { name: 'Copy Manifest' }));
    await screen.findByRole('button', { name: 'Copied' });
    expect(writeText).toHaveBeenCalledWith(text);
  });
});
