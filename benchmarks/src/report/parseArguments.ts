/** A flag that takes a value. */
export interface FlagDefinition {
  readonly description: string;
  /** Values that are allowed; any text without it. */
  readonly values?: readonly string[];
}

/**
 * Reads `--name=value` and `--json`. Anything else ends the process with status 2 and the usage, so that a misspelt
 * flag never changes silently what was measured.
 */
export function parseArguments<Name extends string>(
  command: string,
  flags: Readonly<Record<Name, FlagDefinition>>,
): { readonly json: boolean; readonly values: Partial<Record<Name, string>> } {
  const values: Partial<Record<Name, string>> = {};
  let json = false;
  for (const argument of process.argv.slice(2)) {
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
