import { render, screen } from '@testing-library/react';
import type {
  PromiseAvailability,
  RequestStateName,
  Step,
} from '@promissory/plugin-promises-common';
import { AvailabilityChip } from './AvailabilityChip';
import { ConditionList } from './ConditionList';
import { requestStateLook } from './requestStateLook';
import { RequestStateChip } from './RequestStateChip';
import { StepStateIcon } from './StepStateIcon';

describe('status', () => {
  it.each(Object.keys(requestStateLook) as RequestStateName[])(
    'says %s in words',
    name => {
      render(<RequestStateChip state={{ name }} />);
      expect(screen.getByText(name)).toBeInTheDocument();
    },
  );

  it('looks like the goal only where the request is there', () => {
    const good = Object.entries(requestStateLook)
      .filter(([, { tone }]) => tone === 'success')
      .map(([name]) => name);
    expect(good).toEqual(['Delivered', 'Ready']);
  });

  it('says which pipeline of how many runs', () => {
    const { rerender } = render(
      <RequestStateChip
        state={{ name: 'Running', pipelineIndex: 2, pipelineCount: 3 }}
      />,
    );
    expect(screen.getByText('Running 2 of 3')).toBeInTheDocument();
    rerender(
      <RequestStateChip
        state={{ name: 'Running', pipelineIndex: 1, pipelineCount: 1 }}
      />,
    );
    expect(screen.getByText('Running')).toBeInTheDocument();
  });

  it.each<PromiseAvailability['state']>([
    'Available',
    'Unavailable',
    'Withdrawn',
    'Untrusted',
    'Invalid',
    'Refused',
  ])('says that a Promise is %s, and why', state => {
    render(
      <AvailabilityChip
        availability={{ state, reason: 'R', message: 'why' }}
      />,
    );
    expect(screen.getByText(state)).toBeInTheDocument();
    expect(screen.getByTitle('why')).toBeInTheDocument();
  });

  it.each<Step['state']>([
    'Pending',
    'Running',
    'Succeeded',
    'Failed',
    'Skipped',
  ])('reads the icon of a step as %s', state => {
    render(<StepStateIcon state={state} />);
    expect(screen.getByRole('img', { name: state })).toBeInTheDocument();
  });

  it('lists conditions with status, reason and message', () => {
    render(
      <ConditionList
        conditions={[
          {
            type: 'Reconciled',
            status: 'False',
            reason: 'WorkloadFailed',
            message: 'The push was refused',
          },
        ]}
      />,
    );
    expect(screen.getByRole('listitem')).toHaveTextContent(
      'Reconciled WorkloadFailedThe push was refused',
    );
    expect(screen.getByRole('img', { name: 'False' })).toBeInTheDocument();
  });
});
