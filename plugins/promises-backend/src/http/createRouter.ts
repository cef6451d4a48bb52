import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { PromisesEngine } from '@promissory/plugin-promises-engine';
import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { createActionsRouter } from '../actions/actionsProtocol';
import { PromiseActions } from '../actions/PromiseActions';
import type { Doctor } from '../doctor/Doctor';
import { errorMiddleware } from '../errors/errorMiddleware';
import { listCatalogEntities } from '../routes/catalog/listCatalogEntities';
import { listCatalogPromises } from '../routes/catalog/listCatalogPromises';
import { listMissingDefinitions } from '../routes/definitions/listMissingDefinitions';
import { putDefinition } from '../routes/definitions/putDefinition';
import { deleteDestination } from '../routes/destinations/deleteDestination';
import { listDestinations } from '../routes/destinations/listDestinations';
import { getDoctor } from '../routes/doctor/getDoctor';
import { getHealth } from '../routes/health/getHealth';
import { listEvents } from '../routes/events/listEvents';
import { listRequestEvents } from '../routes/events/listRequestEvents';
import { getPromise } from '../routes/promises/getPromise';
import { listPromises } from '../routes/promises/listPromises';
import { previewRequest } from '../routes/promises/previewRequest';
import { putRequest } from '../routes/promises/putRequest';
import { validateRequest } from '../routes/promises/validateRequest';
import { actOnRequest } from '../routes/requests/actOnRequest';
import { deleteRequest } from '../routes/requests/deleteRequest';
import { getRequest } from '../routes/requests/getRequest';
import { getRequestFile } from '../routes/requests/getRequestFile';
import { getRequestManifest } from '../routes/requests/getRequestManifest';
import { getStepLog } from '../routes/requests/getStepLog';
import { listRequestFiles } from '../routes/requests/listRequestFiles';
import { listRequests } from '../routes/requests/listRequests';
import type { RouteContext } from '../routes/RouteContext';
import { answerAnew } from './answerAnew';
import { refuseNul } from './refuseNul';
import { validateWithOpenApi } from './validateWithOpenApi';

/** What the router is made of. */
export interface RouterOptions {
  readonly context: RouteContext;
  readonly doctor: Doctor;
  readonly engine: Pick<PromisesEngine, 'health'>;
  readonly logger: LoggerService;
  /** Answers 500 where an answer is not what the OpenAPI document says. */
  readonly validateResponses: boolean;
}

/** The HTTP API; `schema/openapi.yaml` says what each route takes and answers. */
export function createRouter(options: RouterOptions): Router {
  const { context, doctor, logger } = options;
  const { limits } = context.config;
  const router = PromiseRouter();

  router.use(refuseNul);
  router.use(answerAnew);
  // Who may send a definition is decided before eight megabytes of it are read.
  router.use('/v1/definitions', async (request, _response) => {
    await context.callers.requirePlugin(request, 'catalog');
    return 'next';
  });
  router.use(
    '/v1/definitions',
    express.json({ limit: limits.definitionBytes }),
  );
  router.use(express.json({ limit: limits.requestBytes }));
  router.use(createActionsRouter(PromiseActions.create(context)));
  router.use(...validateWithOpenApi({ responses: options.validateResponses }));

  router.get('/v1/promises', listPromises(context));
  router.get('/v1/promises/:name', getPromise(context));
  router.post('/v1/promises/:name/validate', validateRequest(context));
  router.post('/v1/promises/:name/preview', previewRequest(context));
  router.put(
    '/v1/promises/:name/requests/:namespace/:requestName',
    putRequest(context),
  );
  router.get('/v1/requests', listRequests(context));
  router.get('/v1/requests/:uid', getRequest(context));
  router.delete('/v1/requests/:uid', deleteRequest(context));
  router.post('/v1/requests/:uid/:verb', actOnRequest(context));
  router.get('/v1/requests/:uid/events', listRequestEvents(context));
  router.get(
    '/v1/requests/:uid/runs/:run/steps/:step/log',
    getStepLog(context),
  );
  router.get('/v1/requests/:uid/files', listRequestFiles(context));
  router.get('/v1/requests/:uid/files/:sha256', getRequestFile(context));
  router.get('/v1/requests/:uid/manifest', getRequestManifest(context));
  router.get('/v1/events', listEvents(context));
  router.put('/v1/definitions/:sha256', putDefinition(context));
  router.post('/v1/definitions/missing', listMissingDefinitions(context));
  router.get('/v1/catalog/entities', listCatalogEntities(context));
  router.get('/v1/catalog/promises', listCatalogPromises(context));
  router.get('/v1/destinations', listDestinations(context));
  router.delete('/v1/destinations/:name', deleteDestination(context));

  router.get('/v1/health', getHealth(options.engine));
  router.get('/v1/doctor', getDoctor({ ...context, doctor }));

  router.use('/v1', async request => {
    throw new NotFoundError(
      `There is no route ${request.method} ${request.originalUrl}`,
    );
  });
  router.use(errorMiddleware(logger));
  return router;
}
