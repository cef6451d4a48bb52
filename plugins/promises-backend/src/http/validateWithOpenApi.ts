import type { RequestHandler } from 'express';
import { middleware } from 'express-openapi-validator';
import { openApiDocument } from '../schema/generated/openapi';

type ApiSpec = Parameters<typeof middleware>[0]['apiSpec'];

/** Holds requests, and in tests also responses, to the OpenAPI document. */
export function validateWithOpenApi(options: {
  readonly responses: boolean;
}): RequestHandler[] {
  return middleware({
    // The validator changes the document that it is given.
    apiSpec: structuredClone(openApiDocument) as unknown as ApiSpec,
    validateApiSpec: false,
    validateRequests: { allowUnknownQueryParameters: false },
    validateResponses: options.responses,
    validateSecurity: false,
    fileUploader: false,
    // Backstage mounts routes of its own beside these.
    ignoreUndocumented: true,
    useRequestUrl: true,
  });
}
