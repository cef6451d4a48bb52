import type { LoggerService } from '@backstage/backend-plugin-api';
import type { RequestFacts } from '../plan/snapshot';

/** Whose lines say which request they are about. */
export function requestLogger(
  logger: LoggerService,
  { uid, promiseName, namespace, name }: RequestFacts,
): LoggerService {
  return logger.child({
    request: uid,
    promise: promiseName,
    requestName: `${namespace}/${name}`,
  });
}
