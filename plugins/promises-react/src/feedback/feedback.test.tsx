import { ResponseError } from '@backstage/errors';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describeError } from './describeError';
import { ErrorState } from './ErrorState';
import { LoadingState } from './LoadingState';
import { NotFoundState } from './NotFoundState';

const refusal = (status: number, error: Record<string, unknown>) =>
  ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: { name: 'Error', ...error },
        response: { statusCode: status },
      }),
      {
        status,
        headers: { 'Content-Type': 'application/json' },
      },
    ),
  );

describe('describeError', () => {
  it.each([
    [401, 'You are not signed in', true],
    [403, 'You may not do this', false],
    [404, 'Not found', true],
    [409, 'This cannot be done as things are', false],
    [412, 'It was changed by somebody else', false],
    [413, 'This was not accepted', false],
    [422, 'This was not accepted', false],
    [503, 'The portal is not ready for this', true],
    [500, 'Something went wrong in the promises backend', true],
  ])('knows %s', async (status, title, canRetry) => {
    expect(
      describeError(await refusal(status, { message: 'why' })),
    ).toMatchObject({ title, canRetry, status, message: 'why' });
  });

  it('gives the permission and the problems by path', async () => {
    const errors = [{ path: 'spec.a', reason: 'Required', message: 'no' }];
    expect(
      describeError(
        await refusal(403, { message: 'm', permission: 'p', errors }),
      ),
    ).toMatchObject({ permission: 'p', errors });
  });

  it.each([new TypeError('Failed to fetch'), 'odd', undefined])(
    'takes %p for a lost connection',
    error => {
      expect(describeError(error)).toMatchObject({
        status: undefined,
        canRetry: true,
        errors: [],
      });
    },
  );
});

describe('ErrorState', () => {
  it('names the missing permission, and offers no second try', async () => {
    const error = await refusal(403, {
      message: 'You may not delete this',
      permission: 'promises.request.delete',
    });
    render(<ErrorState error={error} onRetry={() => {}} />);
    expect(screen.getByRole('alert')).toHaveTextContent(
      /Missing permission: promises\.request\.delete/,
    );
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('says once that a permission is missing', async () => {
    const error = await refusal(403, {
      message: 'You may not: the permission promises.request.delete is missing',
      permission: 'promises.request.delete',
    });
    render(<ErrorState error={error} what="Loading" />);
    expect(
      screen
        .getByRole('alert')
        .textContent?.match(/promises\.request\.delete/g),
    ).toHaveLength(1);
  });

  it('says what was being done and tries again', async () => {
    const onRetry = jest.fn();
    render(
      <ErrorState
        error={new TypeError('Failed to fetch')}
        what="Loading the requests"
        onRetry={onRetry}
      />,
    );
    expect(
      screen.getByText('Loading the requests: Failed to fetch'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledTimes(1);
  });
});

describe('other states', () => {
  it('are announced', () => {
    render(
      <>
        <LoadingState label="Loading requests" />
        <NotFoundState what="Request A" />
      </>,
    );
    expect(screen.getByRole('status')).toHaveTextContent('Loading requests');
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Request A was not found',
    );
  });
});
