/** A flag that takes a value. */
export interface FlagDefinition {
  readonly description: string;
  /** Values that are allowed; any text without it. */
  readonly values?: readonly string[];
}

/** `--name value` as `--name=value`. */
function joinValues(args: readonly string[]): readonly string[] {
  return args.reduce<string[]>((joined, argument) => {
    const last = joined.at(-1);
    const isValue = last?.startsWith('--') && !argument.startsWith('--');
    return isValue && !last?.includes('=') && last !== '--json'
      ? [...joined.slice(0, -1), `${last}=${argument}`]
      : [...joined, argument];
  }, []);
}

/**
 * Reads `--name=value`, `--name value` and `--json`. Anything else ends the process with status 2 and the usage, so that a misspelt
 * flag never changes silently what was measured.
 */
export function parseArguments<Name extends string>(
  command: string,
  flags: Readonly<Record<Name, FlagDefinition>>,
): { readonly json: boolean; readonly values: Partial<Record<Name, string>> } {
  const values: Partial<Record<Name, string>> = {};
  let json = false;
  for (const argument of joinValues(process.argv.slice(2))) {
    const [, name, value] = /^--([a-z-]+)(?:=(.+))?$/.exec(argument) ?? [];
    const flag = flags[name as Name] as FlagDefinition | undefined;
    if (argument === '--json') {
      json = true;
    } else if (
      flag &&
      value !== undefined &&
      (flag.values?.includes(value) ?? true)
    ) {
      values[name as Name] = value;
    } else {
      console.error(`${command}: does not understand ${argument}\n`);
      console.error(`  --json  one JSON line last`);
      for (const [
        known,
        { description, values: allowed },
      ] of Object.entries<FlagDefinition>(flags)) {
        console.error(
          `  --${known}=${allowed ? allowed.join('|') : '…'}  ${description}`,
        );
      }
      process.exit(2);
    }
  }
  return { json, values };
}
