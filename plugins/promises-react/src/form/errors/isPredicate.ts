/** Whether a message goes on from the name of a field, such as `is required`. */
export function isPredicate(message: string): boolean {
  return /^(is|must|may|has|does|cannot) /.test(message);
}
