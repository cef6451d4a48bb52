import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { PromiseRequestField } from './PromiseRequestField';
import { validatePromiseRequest } from './validatePromiseRequest';

/** `ui:field: PromiseRequest` */
export const promiseRequestFormField = createFormField({
  name: 'PromiseRequest',
  component: PromiseRequestField,
  validation: validatePromiseRequest,
});
