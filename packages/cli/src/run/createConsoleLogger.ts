import type { LoggerService } from '@backstage/backend-plugin-api';

/** Writes warnings and errors, and with `isVerbose` everything else too. */
export function createConsoleLogger(options: {
  readonly complain: (text: string) => void;
  readonly isVerbose: boolean;
}): LoggerService {
  const { complain, isVerbose } = options;
  const tell = (message: string) => {
    if (isVerbose) complain(message);
  };
  const logger: LoggerService = {
    error: complain,
    warn: tell,
    info: tell,
    debug: () => {},
    child: () => logger,
  };
  return logger;
}
