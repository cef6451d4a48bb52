import { createRef, useState } from 'react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  FieldError,
  JsonObject,
} from '@promissory/plugin-promises-common';
import { PromiseForm } from './PromiseForm';
import type {
  PromiseFormHandle,
  PromiseFormProps,
  PromiseFormResult,
} from './PromiseFormProps';

const schemaOf = (properties: JsonObject, required: string[] = []) => ({
  type: 'object',
  properties: { spec: { type: 'object', required, properties } },
});

async function draw(props: PromiseFormProps) {
  const form = createRef<PromiseFormHandle>();
  const values: JsonObject[] = [];
  const onChange = (value: JsonObject) => values.push(value);
  await renderInTestApp(
    <PromiseForm ref={form} onChange={onChange} {...props} />,
  );
  const submit = async () => {
    let result: PromiseFormResult | undefined;
    await act(async () => {
      result = form.current?.submit();
    });
    return result;
  };
  return { form, submit, values, user: userEvent.setup({ delay: null }) };
}

describe('PromiseForm', () => {
  it('draws every field with its name, its help and its limits', async () => {
    await draw({
      schema: schemaOf(
        {
          size: { type: 'string', description: 'How big', maxLength: 5 },
          replicas: { type: 'integer', minimum: 1, maximum: 9, default: 3 },
        },
        ['size'],
      ),
    });
    const size = screen.getByRole('textbox', { name: /^Size/ });
    expect(size).toBeRequired();
    expect(size).toHaveAccessibleDescription(/How big.*at most 5 characters/i);
    const replicas = screen.getByRole('textbox', { name: 'Replicas' });
    expect(replicas).toHaveAccessibleDescription(/1 to 9\. Default: 3/);
    expect(replicas).toHaveAttribute('placeholder', '3');
    expect(replicas).toHaveValue('');
  });

  it('shows warnings at their fields, and leads to a field in a part that is closed', async () => {
    const { form } = await draw({
      schema: schemaOf({
        outer: {
          type: 'object',
          properties: {
            middle: {
              type: 'object',
              properties: {
                inner: {
                  type: 'object',
                  properties: { size: { type: 'integer' } },
                },
              },
            },
          },
        },
      }),
      value: { outer: { middle: { inner: { size: 1 } } } },
      warnings: [
        {
          path: 'spec.outer.middle.inner.size',
          reason: 'Policy',
          message: 'Two are safer',
        },
      ],
    });
    expect(screen.queryByRole('textbox', { name: 'Size' })).toBeNull();
    act(() => form.current?.focusField('spec.outer.middle.inner.size'));
    const size = await screen.findByRole('textbox', { name: 'Size' });
    await waitFor(() => expect(size).toHaveFocus());
    expect(size).toHaveAccessibleDescription(/Warning: Two are safer/);
    expect(size).not.toBeInvalid();
  });

  it('writes what was filled in, and nothing else', async () => {
    const { user, submit } = await draw({
      schema: schemaOf({
        name: { type: 'string' },
        replicas: { type: 'integer', default: 3 },
        backup: { type: 'boolean', default: true },
        port: { 'x-kubernetes-int-or-string': true },
      }),
    });
    const name = screen.getByRole('textbox', { name: 'Name' });
    await user.type(name, 'shop');
    await user.type(screen.getByRole('textbox', { name: 'Port' }), '80');
    expect(screen.getByRole('switch', { name: 'Backup' })).toBeChecked();
    await user.click(screen.getByRole('switch', { name: 'Backup' }));
    expect((await submit())?.value).toEqual({
      name: 'shop',
      port: 80,
      backup: false,
    });
    await user.click(
      screen.getByRole('button', { name: 'Use default: Backup' }),
    );
    await user.clear(name);
    await user.type(screen.getByRole('textbox', { name: 'Port' }), '%');
    expect((await submit())?.value).toEqual({ port: '80%' });
  });

  it('lets a number be typed in any way, and never sends one that is not', async () => {
    const { user, submit } = await draw({
      schema: schemaOf({ count: { type: 'integer' } }),
    });
    const count = screen.getByRole('textbox', { name: 'Count' });
    await user.type(count, '-');
    expect(count).toHaveValue('-');
    expect(count).toBeValid();
    await user.tab();
    expect(count).toHaveAccessibleDescription(/not a whole number/);
    expect((await submit())?.errors).toHaveLength(1);
    await user.type(count, '1e2');
    expect(count).toHaveValue('-1e2');
    expect(await submit()).toEqual({ value: { count: -100 }, errors: [] });
  });

  it('shows an error once its field was left, and takes it back when it is mended', async () => {
    const { user } = await draw({
      schema: schemaOf({ name: { type: 'string', minLength: 3 } }),
    });
    const name = screen.getByRole('textbox', { name: 'Name' });
    await user.type(name, 'ab');
    await act(() => new Promise(resolve => setTimeout(resolve, 200)));
    expect(name).not.toHaveAttribute('aria-invalid', 'true');
    await user.tab();
    await waitFor(() =>
      expect(name).toHaveAccessibleDescription(/Name must have at least 3/),
    );
    expect(name).toBeInvalid();
    await user.type(name, 'c');
    await waitFor(() => expect(name).toBeValid());
  });

  it('names every problem when it is to be sent, and leads to its field', async () => {
    const { user, submit } = await draw({
      schema: schemaOf(
        {
          team: { type: 'string' },
          network: {
            type: 'object',
            required: ['mode'],
            properties: { mode: { enum: ['a', 'b'], type: 'string' } },
          },
        },
        ['team', 'network'],
      ),
    });
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Network' }));
    expect((await submit())?.errors).toHaveLength(2);
    expect(screen.getByText('There are 2 problems')).toBeInTheDocument();
    expect(screen.getAllByRole('link').map(link => link.textContent)).toEqual([
      'Team',
      'Network › Mode',
    ]);
    await user.click(screen.getByRole('link', { name: 'Network › Mode' }));
    await waitFor(() =>
      expect(screen.getByRole('radio', { name: 'a' })).toHaveFocus(),
    );
    await user.click(screen.getByRole('link', { name: 'Team' }));
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: /^Team/ })).toHaveFocus(),
    );
  });

  it('leads to a field of a large object that is not drawn yet', async () => {
    const names = Array.from({ length: 80 }, (_, index) => `f${index}`);
    const { user, submit } = await draw({
      schema: schemaOf({
        ...Object.fromEntries(names.map(name => [name, { type: 'string' }])),
        f79: { type: 'integer' },
      }),
      value: { f79: 'many' },
    });
    expect(screen.queryByRole('textbox', { name: 'F79' })).toBeNull();
    await submit();
    await user.click(screen.getByRole('link', { name: 'F79' }));
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: 'F79' })).toHaveFocus(),
    );
  });

  it('offers to go back to a default only from something else', async () => {
    await draw({
      schema: schemaOf({
        backup: { type: 'boolean', default: true },
        alarm: { type: 'boolean', default: true },
      }),
      value: { backup: true, alarm: false },
    });
    expect(
      screen.getByRole('button', { name: 'Use default: Alarm' }),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Use default: Backup' }),
    ).toBeNull();
  });

  it('leaves an optional object away until it is added, and after it is removed', async () => {
    const { user, submit } = await draw({
      schema: schemaOf({
        storage: {
          type: 'object',
          required: ['size'],
          properties: { size: { type: 'string' } },
        },
      }),
    });
    expect(await submit()).toEqual({ value: {}, errors: [] });
    await user.click(screen.getByRole('button', { name: 'Add Storage' }));
    const size = await screen.findByRole('textbox', { name: /^Size/ });
    await waitFor(() => expect(size).toHaveFocus());
    expect((await submit())?.errors).toMatchObject([
      { path: 'spec.storage.size' },
    ]);
    await user.click(screen.getByRole('button', { name: 'Remove Storage' }));
    expect(await submit()).toEqual({ value: {}, errors: [] });
  });

  it('adds, moves and removes entries of a list', async () => {
    const { user, values } = await draw({
      schema: schemaOf({
        hosts: { type: 'array', items: { type: 'string' } },
      }),
    });
    const add = screen.getByRole('button', { name: 'Add host' });
    for (const text of ['a', 'b', 'c']) {
      await user.click(add);
      const number = 'abc'.indexOf(text) + 1;
      await waitFor(() =>
        expect(
          screen.getByRole('textbox', { name: `Host ${number}` }),
        ).toHaveFocus(),
      );
      await user.keyboard(text);
    }
    await user.click(screen.getByRole('button', { name: 'Move Host 3 up' }));
    expect(values.at(-1)).toEqual({ hosts: ['a', 'c', 'b'] });
    await user.click(screen.getByRole('button', { name: 'Remove Host 1' }));
    expect(values.at(-1)).toEqual({ hosts: ['c', 'b'] });
    await user.click(screen.getByRole('button', { name: 'Remove Host 1' }));
    await user.click(screen.getByRole('button', { name: 'Remove Host 1' }));
    expect(values.at(-1)).toEqual({});
  });

  it('keeps both rows of a map whose keys are the same, and says so', async () => {
    const { user, submit } = await draw({
      schema: schemaOf({
        labels: { type: 'object', additionalProperties: { type: 'string' } },
      }),
    });
    for (const value of ['gold', 'iron']) {
      await user.click(screen.getByRole('button', { name: 'Add label' }));
      await waitFor(() =>
        expect(
          screen.getAllByRole('textbox', { name: 'Key' }).at(-1),
        ).toHaveFocus(),
      );
      await user.keyboard('tier');
      await user.tab();
      await user.keyboard(value);
    }
    expect(screen.getByText('The key tier is there already')).toBeVisible();
    expect((await submit())?.errors).toHaveLength(1);
    const key = screen.getAllByRole('textbox', { name: 'Key' })[1];
    await user.clear(key);
    await user.type(key, 'class');
    await user.tab();
    expect(await submit()).toEqual({
      value: { labels: { tier: 'gold', class: 'iron' } },
      errors: [],
    });
  });

  it('offers few options at once and many in a list', async () => {
    const { user, values } = await draw({
      schema: schemaOf({
        size: { type: 'string', enum: ['small', 'large'], default: 'small' },
        region: {
          type: 'string',
          enum: Array.from({ length: 12 }, (_, index) => `zone-${index}`),
        },
      }),
    });
    expect(screen.getByRole('radio', { name: 'small' })).toBeChecked();
    await user.click(screen.getByRole('radio', { name: 'large' }));
    await user.click(screen.getByRole('button', { name: /Region/ }));
    await user.click(await screen.findByRole('option', { name: 'zone-7' }));
    expect(values.at(-1)).toEqual({ size: 'large', region: 'zone-7' });
  });

  it('says what is inside a section that is closed', async () => {
    const { user } = await draw({
      schema: schemaOf({
        network: { type: 'object', properties: { mode: { type: 'string' } } },
      }),
      value: { network: { mode: 'private' } },
    });
    const toggle = screen.getByRole('button', { name: /^Network/ });
    expect(toggle).toHaveAttribute('aria-expanded', 'true');
    await user.click(toggle);
    expect(toggle).toHaveAttribute('aria-expanded', 'false');
    expect(screen.getByText('mode private')).toBeVisible();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });

  it("shows the server's errors at their fields until these are changed", async () => {
    const errors: FieldError[] = [
      { path: 'spec.team', reason: 'Invalid', message: 'No team is called x' },
    ];
    const { user } = await draw({
      schema: schemaOf({ team: { type: 'string' } }),
      value: { team: 'x' },
      errors,
    });
    const team = screen.getByRole('textbox', { name: 'Team' });
    expect(team).toHaveAccessibleDescription(/No team is called x/);
    expect(screen.getByText('There is one problem')).toBeInTheDocument();
    await user.type(team, 'y');
    expect(team).not.toHaveAccessibleDescription(/No team is called x/);
    expect(screen.queryByText('There is one problem')).not.toBeInTheDocument();
  });

  it('leaves the summary to a page that lists the errors itself', async () => {
    await draw({
      schema: schemaOf({ team: { type: 'string' } }),
      value: { team: 'x' },
      errors: [
        {
          path: 'spec.team',
          reason: 'Invalid',
          message: 'No team is called x',
        },
      ],
      withoutSummary: true,
    });
    expect(screen.getAllByText('No team is called x')).toHaveLength(1);
    expect(screen.queryByText('There is one problem')).not.toBeInTheDocument();
  });

  it('compares a change with what is stored', async () => {
    const { user, submit } = await draw({
      schema: schemaOf({
        zone: {
          type: 'string',
          'x-kubernetes-validations': [
            { rule: 'self == oldSelf', message: 'the zone cannot be changed' },
          ],
        },
      }),
      value: { zone: 'a' },
      oldValue: { zone: 'a' },
    });
    expect((await submit())?.errors).toEqual([]);
    await user.type(screen.getByRole('textbox', { name: 'Zone' }), 'b');
    expect((await submit())?.errors).toMatchObject([
      { path: 'spec.zone', message: expect.stringContaining('cannot be') },
    ]);
  });

  it('takes another value from the page, but not its own back', async () => {
    function Page() {
      const [value, setValue] = useState<JsonObject>({ name: 'a' });
      return (
        <>
          <PromiseForm
            schema={schemaOf({ name: { type: 'string' } })}
            value={value}
            onChange={setValue}
          />
          <button onClick={() => setValue({ name: 'example' })}>Example</button>
        </>
      );
    }
    await renderInTestApp(<Page />);
    const user = userEvent.setup({ delay: null });
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'bc');
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('abc');
    await user.click(screen.getByRole('button', { name: 'Example' }));
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue(
      'example',
    );
  });

  it('cannot be changed while it is disabled', async () => {
    await draw({
      schema: schemaOf({
        name: { type: 'string' },
        storage: { type: 'object', properties: { size: { type: 'string' } } },
      }),
      disabled: true,
    });
    expect(screen.getByRole('textbox', { name: 'Name' })).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Add Storage' })).toBeDisabled();
  });

  it('says what is wrong where the schema cannot be used', async () => {
    const { submit } = await draw({ schema: { type: 'what' } });
    expect(
      screen.getByText('This Promise has a schema that cannot be used'),
    ).toBeInTheDocument();
    expect((await submit())?.errors).toHaveLength(1);
  });

  it('asks for nothing where the schema has no spec', async () => {
    const { submit } = await draw({ schema: { type: 'object' } });
    expect(screen.getByText(/asks for nothing/)).toBeInTheDocument();
    expect(await submit()).toEqual({ value: {}, errors: [] });
  });

  it('marks each tab as the way it is', async () => {
    await draw({ schema: schemaOf({ name: { type: 'string' } }) });
    const tabs = within(screen.getByRole('tablist'));
    expect(tabs.getByRole('tab', { name: 'Form' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });
});
