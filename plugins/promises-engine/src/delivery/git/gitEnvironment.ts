/** What git may see of the process's environment: where to find programs, and how to reach the network. */
const PASSED_ON = [
  'PATH',
  'SYSTEMROOT',
  'TMPDIR',
  'http_proxy',
  'https_proxy',
  'HTTPS_PROXY',
  'no_proxy',
  'NO_PROXY',
  'all_proxy',
  'ALL_PROXY',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
] as const;

/** The environment of a git command: no configuration of machine or user, no prompt, English messages. */
export function gitEnvironment(options: {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Folder without .netrc and the like. */
  readonly home: string;
  readonly configurationFile: string;
  readonly certificateFile?: string;
  /** Protocols that the command may speak. */
  readonly protocols: readonly string[];
  /** Settings of this one command; they do not reach the other end of a local push, and never the arguments. */
  readonly settings: Readonly<Record<string, string>>;
}): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const name of PASSED_ON) {
    const value = options.environment[name];
    if (value !== undefined) {
      environment[name] = value;
    }
  }
  Object.assign(environment, {
    HOME: options.home,
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: options.configurationFile,
    GIT_ATTR_NOSYSTEM: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    GIT_ALLOW_PROTOCOL: options.protocols.join(':'),
    GIT_CONFIG_COUNT: String(Object.keys(options.settings).length),
  });
  if (options.certificateFile) {
    environment.GIT_SSL_CAINFO = options.certificateFile;
  }
  Object.entries(options.settings).forEach(([key, value], index) => {
    environment[`GIT_CONFIG_KEY_${index}`] = key;
    environment[`GIT_CONFIG_VALUE_${index}`] = value;
  });
  return environment;
}
