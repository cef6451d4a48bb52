import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { CommandContext } from './Command';
import { UsageError } from './UsageError';

/** Arguments of a command: paths, `--json`, and flags with a value from a list. */
export interface Arguments<Flag extends string> {
  readonly json: boolean;
  /** Absolute. */
  readonly paths: readonly string[];
  readonly flags: Readonly<Partial<Record<Flag, string>>>;
}

/**
 * Reads the arguments of a command.
 *
 * @param flags - the values that each flag takes
 * @throws UsageError
 */
export function readArguments<Flag extends string>(
  { args, directory }: CommandContext,
  flags: Readonly<Record<Flag, readonly string[]>>,
): Arguments<Flag> {
  const names = Object.keys(flags) as Flag[];
  const { values, positionals } = parse(args, names);
  const given: Partial<Record<Flag, string>> = {};
  for (const name of names) {
    const value = values[name];
    if (typeof value !== 'string') continue;
    if (!flags[name].includes(value))
      throw new UsageError(
        `--${name} takes ${flags[name].join(', ')}, not ${value}`,
      );
    given[name] = value;
  }
  return {
    json: values.json === true,
    paths: positionals.map(path => resolve(directory, path)),
    flags: given,
  };
}

function parse(
  args: readonly string[],
  names: readonly string[],
): {
  readonly values: Readonly<Record<string, unknown>>;
  readonly positionals: readonly string[];
} {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        ...Object.fromEntries(
          names.map(name => [name, { type: 'string' as const }]),
        ),
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'unknown');
  }
}
