/** Id of the element around a field; letters that an id should not have are written as their code. */
export function fieldId(prefix: string, path: string): string {
  return `${prefix}-${path.replace(
    /[^\w.[\]-]/g,
    letter => `_${letter.charCodeAt(0)}_`,
  )}`;
}
