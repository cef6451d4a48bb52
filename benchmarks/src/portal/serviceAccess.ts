/** Token of a service that a portal lets in for one run. */
export const SERVICE_TOKEN = 'a-token-of-this-run-only';

/** `backend.auth` of a portal that lets the service in. */
export const serviceAccess = {
  externalAccess: [
    {
      type: 'static',
      options: { token: SERVICE_TOKEN, subject: 'benchmarks' },
    },
  ],
};
