import type { Config } from '@backstage/config';

/** Addresses of the pages of requests; undefined where nobody configured where the app is. */
export function requestUrls(
  config: Config,
  options: { readonly pagePath: string },
): (uid: string) => string | undefined {
  const app = config.getOptionalString('app.baseUrl')?.replace(/\/+$/, '');
  const page = options.pagePath.replace(/\/+$/, '');
  return uid => (app ? `${app}${page}/requests/${uid}` : undefined);
}
