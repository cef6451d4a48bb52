import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import {
  describeError,
  promisesApiRef,
} from '@promissory/plugin-promises-react';
import { toLine } from './fieldErrors';
import type {
  PromiseRequestOptions,
  PromiseRequestValue,
} from './PromiseRequestValue';

/** Asks the backend, so that the wizard goes on with nothing that admission would refuse. */
export const validatePromiseRequest: CustomFieldValidator<
  PromiseRequestValue,
  PromiseRequestOptions
> = async (value, field, { apiHolder }) => {
  const api = apiHolder.get(promisesApiRef);
  if (!api || !value?.promise) {
    field.addError('The form is not loaded yet');
    return;
  }
  const { promise, namespace, name, owner, spec } = value;
  try {
    const { errors } = await api.validateRequest(promise, {
      namespace,
      name,
      spec,
      ...(owner && { owner }),
      mustBeNew: true,
    });
    errors.forEach(error => field.addError(toLine(error)));
  } catch (error) {
    field.addError(`It could not be checked: ${describeError(error).message}`);
  }
};
