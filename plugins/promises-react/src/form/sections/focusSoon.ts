import { focusField } from '../focusField';

/** Puts the focus into a field that is about to be drawn. */
export function focusSoon(id: string): void {
  setTimeout(() => focusField(id));
}
