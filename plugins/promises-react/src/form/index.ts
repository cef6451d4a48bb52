export {
  PromiseForm,
  type PromiseFormHandle,
  type PromiseFormProps,
  type PromiseFormResult,
} from './PromiseForm';
