import type { JsonObject } from '@promissory/plugin-promises-common';

/** How a backend is told of its Postgres. */
export const postgresConfig: JsonObject = {
  backend: {
    database: {
      client: 'pg',
      connection: {
        host: '${POSTGRES_HOST}',
        port: '${POSTGRES_PORT}',
        user: '${POSTGRES_USER}',
        password: '${POSTGRES_PASSWORD}',
      },
    },
  },
};
