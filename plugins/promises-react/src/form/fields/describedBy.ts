import type { Field } from '../useField';

/** Properties that a widget of `@backstage/ui` needs to be read with its hint and its errors. */
export function describedBy(field: Field) {
  return {
    'aria-describedby': `${field.hintId} ${field.errorId}`,
    isInvalid: field.errors.length > 0,
    validationBehavior: 'aria' as const,
    isDisabled: field.isDisabled,
  };
}
