import type {
  AuthService,
  HttpAuthService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { Caller } from './Caller';
import { readOrigin } from './readOrigin';

/** A request of any route. */
type AnyRequest = Parameters<HttpAuthService['credentials']>[0];

/** What the reader is made of. */
export interface CallerReaderOptions {
  readonly auth: AuthService;
  readonly httpAuth: HttpAuthService;
  readonly userInfo: UserInfoService;
}

/** Finds out who calls. */
export class CallerReader {
  readonly #options: CallerReaderOptions;

  static create(options: CallerReaderOptions): CallerReader {
    return new CallerReader(options);
  }

  private constructor(options: CallerReaderOptions) {
    this.#options = options;
  }

  async read(request: AnyRequest): Promise<Caller> {
    const { auth, httpAuth, userInfo } = this.#options;
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const fromBrowser =
      request.headers['sec-fetch-mode'] !== undefined ||
      request.headers.origin !== undefined;
    if (!auth.isPrincipal(credentials, 'user')) {
      const subject = auth.isPrincipal(credentials, 'service')
        ? credentials.principal.subject
        : 'unknown';
      return {
        credentials,
        actor: { ref: subject, origin: 'api' },
        refs: undefined,
      };
    }
    const { userEntityRef, actor } = credentials.principal;
    const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
    const ref = lower(userEntityRef);
    return {
      credentials,
      actor: {
        ref,
        origin: readOrigin({ actingService: actor?.subject, fromBrowser }),
      },
      refs: [...new Set([ref, ...ownershipEntityRefs.map(lower)])],
    };
  }

  /** Lets only one plugin of this backend pass. */
  async requirePlugin(request: AnyRequest, pluginId: string): Promise<void> {
    const { auth, httpAuth } = this.#options;
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    if (
      !auth.isPrincipal(credentials, 'service') ||
      credentials.principal.subject !== `plugin:${pluginId}`
    ) {
      throw new NotAllowedError(
        `This route is for the ${pluginId} plugin's own credentials only`,
      );
    }
  }
}

function lower(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}
