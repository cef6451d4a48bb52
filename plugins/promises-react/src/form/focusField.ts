const FOCUSABLE =
  'input:not([type=hidden]):not([disabled]), textarea:not([disabled]), [contenteditable=true], button:not([disabled]), select';

/** Brings a field into view and puts the focus into it; false where it is not drawn. */
export function focusField(id: string): boolean {
  const field = document.getElementById(id);
  if (!field) {
    return false;
  }
  const target = field.querySelector<HTMLElement>(FOCUSABLE) ?? field;
  target.focus({ preventScroll: true });
  field.scrollIntoView?.({ block: 'center' });
  return true;
}
