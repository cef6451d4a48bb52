import { createRef } from 'react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PromiseForm } from '../PromiseForm';
import type { PromiseFormHandle, PromiseFormResult } from '../PromiseFormProps';

const settings = {
  type: 'object',
  properties: { region: { type: 'string' } },
};

describe('UnionChoice', () => {
  it('adds what an alternative asks for, and takes away what others do', async () => {
    const form = createRef<PromiseFormHandle>();
    await renderInTestApp(
      <PromiseForm
        ref={form}
        schema={{
          type: 'object',
          properties: {
            spec: {
              type: 'object',
              required: ['place'],
              properties: {
                place: {
                  type: 'object',
                  properties: {
                    aws: { ...settings, title: 'Amazon' },
                    azure: settings,
                    note: { type: 'string' },
                  },
                  oneOf: [{ required: ['aws'] }, { required: ['azure'] }],
                },
              },
            },
          },
        }}
        value={{ place: { note: 'kept', azure: { region: 'eu' } } }}
      />,
    );
    const submit = async () => {
      let result: PromiseFormResult | undefined;
      await act(async () => {
        result = form.current?.submit();
      });
      return result;
    };
    const user = userEvent.setup({ delay: null });
    expect(screen.getByRole('radio', { name: 'Azure' })).toBeChecked();
    await user.click(screen.getByRole('radio', { name: 'Amazon' }));
    expect(screen.getByRole('radio', { name: 'Amazon' })).toBeChecked();
    expect(await submit()).toMatchObject({
      value: { place: { note: 'kept', aws: {} } },
      errors: [],
    });
  });
});
