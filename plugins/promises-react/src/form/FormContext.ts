import { createContext, useContext } from 'react';
import type { FormStore } from './store/FormStore';

/** What every field of a form knows. */
export interface FormContextValue {
  readonly store: FormStore;
  /** Begins the ids of all elements of this form. */
  readonly idPrefix: string;
  readonly isDisabled: boolean;
}

/** The form around a field. */
export const FormContext = createContext<FormContextValue | undefined>(
  undefined,
);

/** The form around a field. */
export function useForm(): FormContextValue {
  const form = useContext(FormContext);
  if (!form) {
    throw new Error('A field was rendered outside of a PromiseForm');
  }
  return form;
}
