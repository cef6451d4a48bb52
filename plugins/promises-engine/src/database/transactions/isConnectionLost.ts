import { isError } from '@backstage/errors';

const CODES = [
  /** Postgres: terminated by an administrator, crashed, or about to start. */
  '57P01',
  '57P02',
  '57P03',
  /** Node: the other side is gone, or not there yet. */
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  /** Node: its name leads nowhere, as while a database moves. */
  'ENOTFOUND',
  'EAI_AGAIN',
];
/** The driver of Postgres has no code for them; knex puts the statement before. */
const MESSAGES =
  /(^| - )(Connection (terminated|ended)( unexpectedly)?|Client has encountered a connection error.*)$/;

/** Whether the connection to the database broke, or there is none to be had. */
export function isConnectionLost(error: unknown): boolean {
  if (!isError(error)) return false;
  const { code } = error;
  return (
    (typeof code === 'string' &&
      // Class 08 of Postgres: connection exceptions.
      (CODES.includes(code) || /^08\w{3}$/.test(code))) ||
    MESSAGES.test(error.message)
  );
}
