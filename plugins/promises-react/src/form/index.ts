export { PromiseForm } from './PromiseForm';
export type {
  PromiseFormHandle,
  PromiseFormProps,
  PromiseFormResult,
} from './PromiseFormProps';
