import { toError } from '@backstage/errors';
import { parseArgs } from 'node:util';
import type { CommandContext } from './Command';
import { UsageError } from './UsageError';

const DEFAULT_TIMEOUT_SECONDS = 60;
const LISTS = ['promise', 'request', 'destinations', 'update'] as const;

type List = (typeof LISTS)[number];

/** Arguments of `promissory run`. */
export interface RunArguments
  extends Readonly<Record<List, readonly string[]>> {
  readonly delete: boolean;
  readonly out: string;
  readonly timeoutSeconds: number;
  readonly json: boolean;
  readonly verbose: boolean;
}

/**
 * Reads the arguments of `promissory run`; a flag for files takes all that follow it, as a shell expands `*.yaml`.
 *
 * @throws UsageError
 */
export function readRunArguments({ args }: CommandContext): RunArguments {
  const { values, tokens } = parse(args);
  const lists: Record<List, string[]> = {
    promise: [],
    request: [],
    destinations: [],
    update: [],
  };
  let current: List | undefined;
  for (const token of tokens) {
    if (token.kind === 'option') {
      current = LISTS.find(name => name === token.name);
      if (current && token.value) lists[current].push(token.value);
    } else if (token.kind === 'positional') {
      if (!current) throw new UsageError(`${token.value} belongs to no flag`);
      lists[current].push(token.value);
    }
  }
  if (!values.out)
    throw new UsageError('--out names the folder for the results');
  const timeoutSeconds = Number(values.timeout ?? DEFAULT_TIMEOUT_SECONDS);
  if (!(timeoutSeconds > 0)) {
    throw new UsageError(`--timeout takes seconds, not ${values.timeout}`);
  }
  return {
    ...lists,
    delete: values.delete === true,
    out: values.out,
    timeoutSeconds,
    json: values.json === true,
    verbose: values.verbose === true,
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const many = { type: 'string', multiple: true } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      tokens: true,
      options: {
        promise: many,
        request: many,
        destinations: many,
        update: many,
        delete: flag,
        out: text,
        timeout: text,
        json: flag,
        verbose: flag,
      },
    });
  } catch (error) {
    throw new UsageError(toError(error).message);
  }
}
