/** One output as a person reads it. */
export interface OutputValue {
  readonly name: string;
  /** Undefined for an object or list, which is shown as YAML. */
  readonly text?: string;
  /** A web address that may be opened. */
  readonly href?: string;
  readonly value: unknown;
}

/** What the pipelines wrote to status.yaml, without what the page shows elsewhere. */
export function outputValues(
  outputs: Readonly<Record<string, unknown>> | undefined,
): OutputValue[] {
  return Object.entries(outputs ?? {})
    .filter(([name]) => name !== 'message')
    .map(([name, value]) => {
      if (typeof value === 'object' && value !== null) {
        return { name, value };
      }
      const text = String(value);
      return {
        name,
        value,
        text,
        ...(/^https?:\/\/\S+$/.test(text) ? { href: text } : {}),
      };
    });
}
