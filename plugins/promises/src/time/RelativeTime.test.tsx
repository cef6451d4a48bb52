import { render, screen } from '@testing-library/react';
import { RelativeTime } from './RelativeTime';

describe('RelativeTime', () => {
  const soon = () => new Date(Date.now() + 65_000).toISOString();

  it('says of nothing that has happened that it is to come', () => {
    render(<RelativeTime at={soon()} />);
    expect(screen.getByRole('time')).toHaveTextContent('just now');
  });

  it('says when something is to come', () => {
    render(<RelativeTime at={soon()} isToCome />);
    expect(screen.getByRole('time')).toHaveTextContent('in 1 minute');
  });

  it('is as new as what it is drawn with', () => {
    jest.useFakeTimers();
    const at = new Date().toISOString();
    const { rerender } = render(<RelativeTime at={at} />);
    jest.setSystemTime(Date.now() + 8_000);
    rerender(<RelativeTime at={at} />);
    expect(screen.getByRole('time')).toHaveTextContent('8 seconds ago');
    jest.useRealTimers();
  });
});
