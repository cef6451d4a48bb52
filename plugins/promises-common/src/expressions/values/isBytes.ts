/** Whether a value is CEL bytes; arrays of another realm (a worker, a test environment) count too. */
export function isBytes(value: unknown): value is Uint8Array {
  return Object.prototype.toString.call(value) === '[object Uint8Array]';
}
