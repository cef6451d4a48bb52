import { createRef } from 'react';
import { EditorView } from '@codemirror/view';
import { forEachDiagnostic } from '@codemirror/lint';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { JsonObject } from '@promissory/plugin-promises-common';
import { PromiseForm } from './PromiseForm';
import type { PromiseFormHandle } from './PromiseFormProps';

const schema = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      required: ['name'],
      properties: {
        name: { type: 'string', minLength: 3 },
        extra: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
      },
    },
  },
};

/** The editor behind a box, once it has been loaded. */
async function editorOf(name: string): Promise<EditorView> {
  return waitFor(() => {
    const view = EditorView.findFromDOM(screen.getByRole('textbox', { name }));
    if (!view) {
      throw new Error('The editor is still loading');
    }
    return view;
  });
}

const write = (view: EditorView, text: string) =>
  act(async () =>
    view.dispatch({
      changes: { from: 0, to: view.state.doc.length, insert: text },
    }),
  );

const marked = (view: EditorView) => {
  const found: string[] = [];
  forEachDiagnostic(view.state, ({ message }) => found.push(message));
  return found;
};

async function draw(value?: JsonObject) {
  const form = createRef<PromiseFormHandle>();
  const values: JsonObject[] = [];
  await renderInTestApp(
    <PromiseForm
      ref={form}
      schema={schema}
      value={value}
      onChange={next => values.push(next)}
    />,
  );
  return { form, values, user: userEvent.setup({ delay: null }) };
}

describe('YAML', () => {
  it('is the same value as the form, and keeps its comments', async () => {
    const { user, values } = await draw({ name: 'shop' });
    await user.click(screen.getByRole('tab', { name: 'YAML' }));
    const view = await editorOf('Request as YAML');
    expect(view.state.doc.toString()).toBe('name: shop\n');
    await write(view, '# for the shop\nname: store # short\n');
    expect(values.at(-1)).toEqual({ name: 'store' });

    await user.click(screen.getByRole('tab', { name: 'Form' }));
    const name = screen.getByRole('textbox', { name: /^Name/ });
    expect(name).toHaveValue('store');
    await user.type(name, 's');
    await user.click(screen.getByRole('tab', { name: 'YAML' }));
    expect((await editorOf('Request as YAML')).state.doc.toString()).toBe(
      '# for the shop\nname: stores # short\n',
    );
  });

  it('marks what is wrong where it is', async () => {
    const { user } = await draw({ name: 'shop' });
    await user.click(screen.getByRole('tab', { name: 'YAML' }));
    const view = await editorOf('Request as YAML');
    await write(view, 'name: a\n');
    await waitFor(() =>
      expect(marked(view)).toEqual([
        expect.stringMatching(/at least 3 characters/),
      ]),
    );
    expect(screen.getByText(/spec\.name must have at least 3/)).toBeVisible();
  });

  it('is not lost when it cannot be read, and cannot be sent', async () => {
    const { user, form } = await draw({ name: 'shop' });
    await user.click(screen.getByRole('tab', { name: 'YAML' }));
    await write(await editorOf('Request as YAML'), 'name: [');
    expect(screen.getByText(/^Line 1:/)).toBeVisible();
    await user.click(screen.getByRole('tab', { name: 'Form' }));
    expect(screen.getByText('The YAML cannot be read')).toBeVisible();
    expect((await editorOf('Request as YAML')).state.doc.toString()).toBe(
      'name: [',
    );
    await act(async () => {
      expect(form.current?.submit().errors).toHaveLength(1);
    });
    await user.click(screen.getByRole('button', { name: 'Discard the YAML' }));
    expect(screen.getByRole('textbox', { name: /^Name/ })).toHaveValue('shop');
    await act(async () => {
      expect(form.current?.submit().errors).toEqual([]);
    });
  });

  it('has to be an object', async () => {
    const { user, values } = await draw({ name: 'shop' });
    await user.click(screen.getByRole('tab', { name: 'YAML' }));
    await write(await editorOf('Request as YAML'), '- a');
    expect(screen.getByText(/has to be a mapping/)).toBeVisible();
    expect(values).toEqual([]);
  });

  it('stands in for a field that has no widget', async () => {
    const { values, form } = await draw({ name: 'shop' });
    const view = await editorOf('Extra');
    await write(view, 'a: 1\n');
    expect(values.at(-1)).toEqual({ name: 'shop', extra: { a: 1 } });
    await write(view, 'a: {');
    expect(view.state.doc.toString()).toBe('a: {');
    expect(values.at(-1)).toEqual({ name: 'shop', extra: { a: 1 } });
    await act(async () => {
      expect(form.current?.submit().errors).toMatchObject([
        { path: 'spec.extra' },
      ]);
    });
    expect(marked(view)).not.toEqual([]);
    await write(view, '');
    expect(values.at(-1)).toEqual({ name: 'shop' });
  });
});
