import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Form } from '@backstage/plugin-scaffolder-react/alpha';
import { TestApiRegistry } from '@backstage/test-utils';
import type { FieldError } from '@promissory/plugin-promises-common';
import { promisesApiRef } from '@promissory/plugin-promises-react';
import validator from '@rjsf/validator-ajv8';
import { useState } from 'react';
import { fakePromisesApi } from '../__testUtils__/fakePromisesApi';
import { promiseDetail } from '../__testUtils__/fixtures';
import { renderElement } from '../__testUtils__/renderPages';
import { responseError } from '../__testUtils__/responseError';
import { fromLines, toLine } from './fieldErrors';
import { PromiseRequestField } from './PromiseRequestField';
import type { PromiseRequestValue } from './PromiseRequestValue';
import { validatePromiseRequest } from './validatePromiseRequest';

type Values = Record<string, PromiseRequestValue | undefined>;

// The same object every time, as the wizard passes it: another one would draw the fields anew.
const FIELDS = { PromiseRequest: PromiseRequestField } as never;

const field = (promise?: string) => ({
  type: 'object',
  'ui:field': 'PromiseRequest',
  ...(promise && { 'ui:options': { promise } }),
});

/** The wizard's own form with our field in it, as the scaffolder draws a page of parameters. */
function Page(props: {
  readonly fields: readonly string[];
  readonly initial?: Values;
  readonly promise?: string;
  readonly errors?: Record<string, readonly string[]>;
  readonly onValues: (values: Values) => void;
}) {
  const { fields, initial = {}, promise = 'postgresql', errors = {} } = props;
  const [values, setValues] = useState<Values>(initial);
  return (
    <Form
      validator={validator}
      schema={{
        type: 'object',
        properties: Object.fromEntries(
          fields.map(name => [name, { type: 'object' as const }]),
        ),
      }}
      uiSchema={Object.fromEntries(fields.map(name => [name, field(promise)]))}
      fields={FIELDS}
      extraErrors={
        Object.fromEntries(
          Object.entries(errors).map(([name, __errors]) => [
            name,
            { __errors },
          ]),
        ) as never
      }
      formData={values}
      onChange={({ formData }) => {
        setValues(formData as Values);
        props.onValues(formData as Values);
      }}
    />
  );
}

describe('the field PromiseRequest', () => {
  const render = (
    props: Partial<Parameters<typeof Page>[0]> = {},
    api = fakePromisesApi(),
  ) => {
    const told: Values[] = [];
    renderElement(
      <Page
        fields={['request']}
        onValues={values => told.push(values)}
        {...props}
      />,
      api,
    );
    return { last: () => told.at(-1) ?? {} };
  };

  it('gives the template where the order goes and what is ordered', async () => {
    const { last } = render();
    const name = await screen.findByLabelText(/Name of the request/);
    fireEvent.change(name, { target: { value: 'shop-db' } });
    await waitFor(() =>
      expect(last().request).toMatchObject({
        promise: 'postgresql',
        name: 'shop-db',
        namespace: promiseDetail().namespaces[0].namespace,
        spec: {},
      }),
    );
  });

  it('begins with what the wizard has', async () => {
    render({
      initial: {
        request: {
          promise: 'postgresql',
          namespace: 'default',
          name: 'kept',
          spec: {},
        },
      },
    });
    expect(await screen.findByDisplayValue('kept')).toBeInTheDocument();
  });

  it('gives all where a page has more than one', async () => {
    const { last } = render({ fields: ['first', 'second', 'third'] });
    await waitFor(() =>
      expect(
        ['first', 'second', 'third'].map(name => last()[name]?.promise),
      ).toEqual(['postgresql', 'postgresql', 'postgresql']),
    );
  });

  it('keeps the focus while a person types', async () => {
    render();
    const name = await screen.findByLabelText(/Name of the request/);
    await userEvent.clear(name);
    await userEvent.type(name, 'my-database');
    expect(name).toHaveValue('my-database');
    expect(name).toHaveFocus();
  });

  it('fills in the example of the Promise', async () => {
    const { last } = render(
      {},
      fakePromisesApi({
        getPromise: async () => promiseDetail({ example: { size: 'large' } }),
      }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Fill in the example' }),
    );
    await waitFor(() =>
      expect(last().request?.spec).toEqual({ size: 'large' }),
    );
  });

  it('shows what was found wrong where it is wrong', async () => {
    render({
      errors: {
        request: ['metadata.name: this name is taken', 'not now'],
      },
    });
    expect(
      (await screen.findAllByText(/this name is taken/)).length,
    ).toBeGreaterThan(0);
    expect(screen.getAllByText('not now').length).toBeGreaterThan(0);
  });

  it('says so where the Promise takes no orders', async () => {
    render(
      {},
      fakePromisesApi({
        getPromise: async () =>
          promiseDetail({
            orderable: false,
            deniedPermission: 'promises.request.create',
          }),
      }),
    );
    expect(
      await screen.findByText(/promises\.request\.create/),
    ).toBeInTheDocument();
  });

  it('says so where the template names no Promise', async () => {
    render({ promise: '' });
    expect(
      await screen.findByText(/does not say what is ordered/),
    ).toBeInTheDocument();
  });
});

describe('validatePromiseRequest', () => {
  async function problemsOf(
    value: PromiseRequestValue | undefined,
    validateRequest: ReturnType<typeof fakePromisesApi>['validateRequest'],
  ): Promise<string[]> {
    const problems: string[] = [];
    await validatePromiseRequest(
      value as PromiseRequestValue,
      { addError: (message: string) => problems.push(message) } as never,
      {
        apiHolder: TestApiRegistry.from([
          promisesApiRef,
          fakePromisesApi({ validateRequest }),
        ]),
        formData: {},
        schema: {},
      },
    );
    return problems;
  }

  const value: PromiseRequestValue = {
    promise: 'postgresql',
    namespace: 'default',
    name: 'shop-db',
    owner: 'group:default/web',
    spec: { size: 'small' },
  };

  it('asks the backend as for a new order', async () => {
    const validate = jest.fn(async () => ({ valid: true, errors: [] }));
    expect(await problemsOf(value, validate as never)).toEqual([]);
    expect(validate).toHaveBeenCalledWith('postgresql', {
      namespace: 'default',
      name: 'shop-db',
      owner: 'group:default/web',
      spec: { size: 'small' },
      mustBeNew: true,
    });
  });

  it('tells each problem with its place', async () => {
    const errors: FieldError[] = [
      { path: 'spec.size', reason: 'FieldValueInvalid', message: 'too big' },
      { path: '', reason: 'FieldValueInvalid', message: 'not now' },
    ];
    const problems = await problemsOf(value, (async () => ({
      valid: false,
      errors,
    })) as never);
    expect(problems).toEqual(['spec.size: too big', 'not now']);
    expect(fromLines(problems)).toEqual(errors);
  });

  it('lets nothing pass that could not be checked', async () => {
    expect(
      await problemsOf(value, (async () => {
        throw await responseError(503, { message: 'starting' });
      }) as never),
    ).toEqual([expect.stringContaining('It could not be checked')]);
    expect(await problemsOf(undefined, jest.fn() as never)).toEqual([
      'The form is not loaded yet',
    ]);
  });
});

describe('a problem on a line', () => {
  it.each([
    ['spec.size', 'must be one of: small, large'],
    ['spec.tags[0].key', 'Required'],
    ['metadata.name', 'taken'],
    ['owner', 'Forbidden'],
    ['', 'Something: else'],
  ])('comes back with its place: %s', (path, message) => {
    const line = toLine({ path, message, reason: 'FieldValueInvalid' });
    expect(fromLines([line])).toMatchObject([{ path, message }]);
  });
});
