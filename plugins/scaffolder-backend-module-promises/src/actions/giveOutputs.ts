import type { RequestOutputs } from './toOutputs';

/** Hands the outputs to the scaffolder, but for what is absent. */
export function giveOutputs(
  context: {
    output<N extends keyof RequestOutputs>(
      name: N,
      value: NonNullable<RequestOutputs[N]>,
    ): void;
  },
  outputs: RequestOutputs,
): void {
  for (const name of Object.keys(outputs) as (keyof RequestOutputs)[]) {
    const value = outputs[name];
    if (value !== undefined) context.output(name, value);
  }
}
