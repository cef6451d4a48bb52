// Generated from plugins/promises-backend/src/schema/openapi.yaml by `./yarnw generate`. Do not edit.

export const openApiDocument = {
  openapi: '3.1.0',
  info: {
    title: 'promises',
    version: 'v1',
    description:
      "Promises, requests, their runs, files and events. Every route answers with the caller's own rights; what a caller may not read answers 404.",
    license: {
      name: 'Apache-2.0',
      url: 'https://www.apache.org/licenses/LICENSE-2.0.html',
    },
  },
  servers: [
    {
      url: '/',
    },
  ],
  paths: {
    '/v1/promises': {
      get: {
        operationId: 'listPromises',
        summary:
          'Cards of the Promises that the caller may read: compound ones first, those without an API last, by title among themselves',
        parameters: [
          {
            name: 'search',
            in: 'query',
            allowReserved: true,
            schema: {
              type: 'string',
              maxLength: 200,
            },
          },
          {
            name: 'category',
            in: 'query',
            allowReserved: true,
            schema: {
              type: 'string',
            },
          },
          {
            name: 'tag',
            in: 'query',
            allowReserved: true,
            schema: {
              type: 'string',
            },
          },
          {
            name: 'owner',
            in: 'query',
            allowReserved: true,
            schema: {
              type: 'string',
            },
          },
          {
            name: 'limit',
            in: 'query',
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 200,
              default: 50,
            },
          },
          {
            name: 'cursor',
            in: 'query',
            allowReserved: true,
            schema: {
              type: 'string',
            },
          },
        ],
        responses: {
          '200': {
            description:
              'One page of cards, with the facets of the whole result',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/PromiseList',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/promises/{name}': {
      get: {
        operationId: 'getPromise',
        parameters: [
          {
            $ref: '#/components/parameters/promiseName',
          },
        ],
        responses: {
          '200': {
            description: 'One Promise with what its form needs',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/PromiseDetail',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/promises/{name}/validate': {
      post: {
        operationId: 'validateRequest',
        summary: 'The verdict of admission, without placing an order',
        parameters: [
          {
            $ref: '#/components/parameters/promiseName',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/ValidateBody',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The verdict',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Verdict',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/promises/{name}/preview': {
      post: {
        operationId: 'previewRequest',
        summary: 'What an order or a change would bring, without placing it',
        description:
          'Runs the pipelines that consist of functions, in memory, and those of the requests that they write. Nothing is stored, nothing is delivered. 422 for a body that admission refuses, 503 where it takes too long.',
        parameters: [
          {
            $ref: '#/components/parameters/promiseName',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/PreviewBody',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'What would come',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Preview',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/promises/{name}/requests/{namespace}/{requestName}': {
      put: {
        operationId: 'putRequest',
        summary: 'Order, or change an order',
        description:
          'The same body again answers the same and does nothing. A different body for an existing request needs If-Match with its etag (412 without or with another one). If-None-Match "*" refuses to touch an existing request (409).',
        parameters: [
          {
            $ref: '#/components/parameters/promiseName',
          },
          {
            name: 'namespace',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              maxLength: 253,
            },
          },
          {
            name: 'requestName',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              maxLength: 253,
            },
          },
          {
            name: 'If-Match',
            in: 'header',
            schema: {
              type: 'string',
            },
          },
          {
            name: 'If-None-Match',
            in: 'header',
            schema: {
              type: 'string',
            },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/RequestBody',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'Changed, or already so',
            headers: {
              ETag: {
                schema: {
                  type: 'string',
                },
              },
            },
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Request',
                },
              },
            },
          },
          '201': {
            description: 'Ordered',
            headers: {
              ETag: {
                schema: {
                  type: 'string',
                },
              },
            },
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Request',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/requests': {
      get: {
        operationId: 'listRequests',
        parameters: [
          {
            name: 'promise',
            in: 'query',
            schema: {
              type: 'array',
              items: {
                type: 'string',
              },
            },
            style: 'form',
            explode: true,
          },
          {
            name: 'namespace',
            in: 'query',
            schema: {
              type: 'array',
              items: {
                type: 'string',
              },
            },
            style: 'form',
            explode: true,
          },
          {
            name: 'state',
            in: 'query',
            schema: {
              type: 'array',
              items: {
                $ref: '#/components/schemas/StateName',
              },
            },
            style: 'form',
            explode: true,
          },
          {
            name: 'owner',
            in: 'query',
            allowReserved: true,
            schema: {
              type: 'array',
              items: {
                type: 'string',
              },
            },
            style: 'form',
            explode: true,
          },
          {
            name: 'requestedBy',
            in: 'query',
            allowReserved: true,
            schema: {
              type: 'string',
            },
          },
          {
            name: 'scope',
            in: 'query',
            description: 'mine is what the caller ordered',
            'team is what a group of the caller owns': null,
            schema: {
              type: 'string',
              enum: ['mine', 'team', 'all'],
              default: 'all',
            },
          },
          {
            name: 'search',
            in: 'query',
            allowReserved: true,
            schema: {
              type: 'string',
              maxLength: 200,
            },
          },
          {
            name: 'parent',
            in: 'query',
            description:
              'uid of a request: only its children; none: only requests that belong to no other; all by default',
            schema: {
              type: 'string',
              maxLength: 26,
            },
          },
          {
            name: 'deleted',
            in: 'query',
            description:
              'include deleted requests whose tombstone is still kept',
            schema: {
              type: 'boolean',
              default: false,
            },
          },
          {
            name: 'limit',
            in: 'query',
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 200,
              default: 50,
            },
          },
          {
            name: 'cursor',
            in: 'query',
            allowReserved: true,
            schema: {
              type: 'string',
            },
          },
        ],
        responses: {
          '200': {
            description:
              'One page, newest first, with total and facets counted after authorisation',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/RequestList',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/requests/{uid}': {
      get: {
        operationId: 'getRequest',
        parameters: [
          {
            $ref: '#/components/parameters/uid',
          },
        ],
        responses: {
          '200': {
            description:
              'One request with its runs, placements, children and history',
            headers: {
              ETag: {
                schema: {
                  type: 'string',
                },
              },
            },
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/RequestDetail',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      delete: {
        operationId: 'deleteRequest',
        summary: 'Start the delete workflow',
        parameters: [
          {
            $ref: '#/components/parameters/uid',
          },
          {
            name: 'If-Match',
            in: 'header',
            schema: {
              type: 'string',
            },
          },
        ],
        responses: {
          '202': {
            description: 'The request is being deleted',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Request',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/requests/{uid}/{verb}': {
      post: {
        operationId: 'actOnRequest',
        summary: 'Day-2 verbs',
        parameters: [
          {
            $ref: '#/components/parameters/uid',
          },
          {
            name: 'verb',
            in: 'path',
            required: true,
            schema: {
              $ref: '#/components/schemas/Verb',
            },
          },
        ],
        responses: {
          '202': {
            description: 'Accepted',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Request',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/requests/{uid}/events': {
      get: {
        operationId: 'listRequestEvents',
        summary:
          'Timeline of one request; JSON, or text/event-stream by the Accept header',
        parameters: [
          {
            $ref: '#/components/parameters/uid',
          },
          {
            $ref: '#/components/parameters/after',
          },
          {
            $ref: '#/components/parameters/lastEventId',
          },
          {
            name: 'limit',
            in: 'query',
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 1000,
              default: 200,
            },
          },
        ],
        responses: {
          '200': {
            $ref: '#/components/responses/Events',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/requests/{uid}/runs/{run}/steps/{step}/log': {
      get: {
        operationId: 'getStepLog',
        parameters: [
          {
            $ref: '#/components/parameters/uid',
          },
          {
            name: 'run',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
            },
          },
          {
            name: 'step',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
            },
          },
          {
            name: 'after',
            in: 'query',
            description: 'the highest sequence already held',
            schema: {
              type: 'integer',
              minimum: 0,
            },
          },
          {
            name: 'limit',
            in: 'query',
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 5000,
              default: 1000,
            },
          },
        ],
        responses: {
          '200': {
            description: 'Lines in order',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/StepLog',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/requests/{uid}/files': {
      get: {
        operationId: 'listRequestFiles',
        parameters: [
          {
            $ref: '#/components/parameters/uid',
          },
        ],
        responses: {
          '200': {
            description: "What the request's pipelines wrote, and where it is",
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/FileList',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/requests/{uid}/files/{sha256}': {
      get: {
        operationId: 'getRequestFile',
        parameters: [
          {
            $ref: '#/components/parameters/uid',
          },
          {
            name: 'sha256',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              pattern: '^[0-9a-f]{64}$',
            },
          },
        ],
        responses: {
          '200': {
            description: 'The bytes of one file of this request',
            content: {
              'application/octet-stream': {
                schema: {
                  type: 'string',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/requests/{uid}/manifest': {
      get: {
        operationId: 'getRequestManifest',
        summary: 'The request as the Kubernetes object that Kratix would show',
        parameters: [
          {
            $ref: '#/components/parameters/uid',
          },
        ],
        responses: {
          '200': {
            description: 'The object with its status',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  additionalProperties: true,
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/events': {
      get: {
        operationId: 'listEvents',
        summary:
          'The log of events that the caller may read; JSON, or text/event-stream by the Accept header',
        description:
          'A stream resumes after Last-Event-ID, sends a comment as heartbeat, and an event named reset where the cursor is older than what is kept.',
        parameters: [
          {
            name: 'topics',
            in: 'query',
            allowReserved: true,
            description:
              'comma separated: promises, requests, destinations, logs, request:<uid>, promise:<name>',
            schema: {
              type: 'string',
            },
          },
          {
            $ref: '#/components/parameters/after',
          },
          {
            $ref: '#/components/parameters/lastEventId',
          },
          {
            name: 'limit',
            in: 'query',
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 1000,
              default: 200,
            },
          },
        ],
        responses: {
          '200': {
            $ref: '#/components/responses/Events',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/definitions/{sha256}': {
      put: {
        operationId: 'putDefinition',
        summary:
          "A definition, before the entity that names it; the catalog's own credentials only",
        parameters: [
          {
            name: 'sha256',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              pattern: '^[0-9a-f]{64}$',
            },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: true,
              },
            },
          },
        },
        responses: {
          '204': {
            description: 'Kept',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/definitions/missing': {
      post: {
        operationId: 'listMissingDefinitions',
        summary:
          "Which of these hashes are not kept; the catalog's own credentials only",
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['hashes'],
                properties: {
                  hashes: {
                    type: 'array',
                    maxItems: 5000,
                    items: {
                      type: 'string',
                      pattern: '^[0-9a-f]{64}$',
                    },
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The missing ones',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['missing'],
                  properties: {
                    missing: {
                      type: 'array',
                      items: {
                        type: 'string',
                      },
                    },
                  },
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/catalog/entities': {
      get: {
        operationId: 'listCatalogEntities',
        summary:
          "Requests and what was delivered for them, as entities; the catalog's own credentials only",
        parameters: [
          {
            name: 'known',
            in: 'query',
            description: 'the version that the caller has',
            schema: {
              type: 'string',
            },
          },
          {
            name: 'after',
            in: 'query',
            description: '`next` of the page before',
            schema: {
              type: 'integer',
              minimum: 0,
            },
          },
        ],
        responses: {
          '200': {
            description:
              'One page; pages of different versions do not belong together',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/CatalogEntityPage',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/catalog/promises': {
      get: {
        operationId: 'listCatalogPromises',
        summary:
          "The Promises that take orders and are to have a Template; the catalog's own credentials only",
        parameters: [
          {
            name: 'known',
            in: 'query',
            description: 'the version that the caller has',
            schema: {
              type: 'string',
            },
          },
        ],
        responses: {
          '200': {
            description: 'All of them, or nothing where the caller has them',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/CatalogPromiseList',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/destinations': {
      get: {
        operationId: 'listDestinations',
        responses: {
          '200': {
            description: 'Destinations with their state stores',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/DestinationList',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/destinations/{name}': {
      delete: {
        operationId: 'deleteDestination',
        summary:
          'Remove a disconnected destination from the platform, with clean-up where it asks for it',
        parameters: [
          {
            name: 'name',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
            },
          },
        ],
        responses: {
          '202': {
            description: 'Being removed',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/doctor': {
      get: {
        operationId: 'getDoctor',
        summary: 'How every part of this installation is, and what mends it',
        description:
          'Each check has its own time limit, and one that breaks is an error of its own: the answer always comes, with all checks, after a few seconds at the most. There is no secret in it.',
        responses: {
          '200': {
            description: 'All checks',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/DoctorReport',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/health': {
      get: {
        operationId: 'getHealth',
        summary:
          'Whether this replica does its work, for a probe; nobody has to sign in for it',
        description:
          '503 before the engine is started, and where what it does all the time has stopped: a probe of liveness then has the replica replaced. A database that is away for a while does not make it so.',
        responses: {
          '200': {
            description: 'It does',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Health',
                },
              },
            },
          },
          '503': {
            description: 'It does not',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Health',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
  },
  components: {
    parameters: {
      promiseName: {
        name: 'name',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
          maxLength: 253,
        },
      },
      uid: {
        name: 'uid',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
          pattern: '^[0-9A-HJKMNP-TV-Z]{26}$',
        },
      },
      after: {
        name: 'after',
        in: 'query',
        description: 'position of the last event already held',
        schema: {
          type: 'string',
          pattern: '^[0-9]{1,19}$',
        },
      },
      lastEventId: {
        name: 'Last-Event-ID',
        in: 'header',
        schema: {
          type: 'string',
        },
      },
    },
    responses: {
      Error: {
        description: 'What is wrong, where, and what to do',
        content: {
          'application/json': {
            schema: {
              $ref: '#/components/schemas/ErrorBody',
            },
          },
        },
      },
      Events: {
        description: 'Events in order of their position',
        content: {
          'application/json': {
            schema: {
              $ref: '#/components/schemas/EventList',
            },
          },
          'text/event-stream': {
            schema: {
              type: 'string',
            },
          },
        },
      },
    },
    schemas: {
      ErrorBody: {
        type: 'object',
        required: ['error'],
        properties: {
          error: {
            type: 'object',
            required: ['name', 'message'],
            properties: {
              name: {
                type: 'string',
              },
              message: {
                type: 'string',
              },
              permission: {
                type: 'string',
                description: 'the permission that is missing',
              },
              errors: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/FieldError',
                },
              },
            },
            additionalProperties: true,
          },
          response: {
            type: 'object',
            additionalProperties: true,
          },
          request: {
            type: 'object',
            additionalProperties: true,
          },
        },
      },
      FieldError: {
        type: 'object',
        required: ['path', 'reason', 'message'],
        properties: {
          path: {
            type: 'string',
            description:
              'JSON path as Kubernetes writes it, for example spec.size or spec.hosts[0]',
          },
          reason: {
            type: 'string',
            description:
              'Required, Invalid, TypeInvalid, NotSupported, TooLong, TooMany, Duplicate, Forbidden, …',
          },
          message: {
            type: 'string',
          },
        },
      },
      Finding: {
        type: 'object',
        required: ['severity', 'message'],
        properties: {
          severity: {
            type: 'string',
            enum: ['error', 'warning', 'info'],
          },
          path: {
            type: 'string',
          },
          message: {
            type: 'string',
          },
        },
      },
      Link: {
        type: 'object',
        required: ['url'],
        properties: {
          url: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          icon: {
            type: 'string',
          },
        },
      },
      Availability: {
        type: 'object',
        required: ['state', 'reason', 'message'],
        properties: {
          state: {
            type: 'string',
            enum: [
              'Available',
              'Unavailable',
              'Withdrawn',
              'Untrusted',
              'Invalid',
              'Refused',
            ],
          },
          reason: {
            type: 'string',
          },
          message: {
            type: 'string',
          },
        },
      },
      RunnerInfo: {
        type: 'object',
        required: ['available'],
        properties: {
          available: {
            type: 'boolean',
          },
          name: {
            type: 'string',
            description: 'function, container or kubernetes',
          },
          missing: {
            type: 'string',
            description: 'why nothing here can run a pipeline of this Promise',
          },
          remedy: {
            type: 'string',
            description: 'what an operator has to add',
          },
        },
      },
      PromiseApi: {
        type: 'object',
        required: ['group', 'version', 'kind', 'plural'],
        properties: {
          group: {
            type: 'string',
          },
          version: {
            type: 'string',
          },
          kind: {
            type: 'string',
          },
          plural: {
            type: 'string',
          },
        },
      },
      PromiseCard: {
        type: 'object',
        required: [
          'name',
          'entityRef',
          'title',
          'tags',
          'availability',
          'runner',
          'orderable',
          'requirements',
          'updatedAt',
        ],
        properties: {
          name: {
            type: 'string',
          },
          entityRef: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          description: {
            type: 'string',
          },
          owner: {
            type: 'string',
          },
          category: {
            type: 'string',
          },
          icon: {
            type: 'string',
          },
          tags: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          version: {
            type: 'string',
          },
          api: {
            $ref: '#/components/schemas/PromiseApi',
          },
          availability: {
            $ref: '#/components/schemas/Availability',
          },
          runner: {
            $ref: '#/components/schemas/RunnerInfo',
          },
          orderable: {
            type: 'boolean',
            description: 'available',
            'with an API': null,
            'with a runner': null,
            'and the caller may request it': null,
          },
          deniedPermission: {
            type: 'string',
            description: 'the permission that the caller lacks to order',
          },
          requirements: {
            type: 'array',
            description:
              'Promises that this one requires; what a compound Promise brings',
            items: {
              $ref: '#/components/schemas/Requirement',
            },
          },
          updatedAt: {
            type: 'string',
            format: 'date-time',
          },
        },
      },
      Facet: {
        type: 'object',
        required: ['value', 'count'],
        properties: {
          value: {
            type: 'string',
          },
          label: {
            type: 'string',
          },
          count: {
            type: 'integer',
          },
        },
      },
      PromiseList: {
        type: 'object',
        required: ['items', 'total', 'facets'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/PromiseCard',
            },
          },
          total: {
            type: 'integer',
          },
          nextCursor: {
            type: 'string',
          },
          facets: {
            type: 'object',
            required: ['categories', 'tags', 'owners'],
            properties: {
              categories: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/Facet',
                },
              },
              tags: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/Facet',
                },
              },
              owners: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/Facet',
                },
              },
            },
          },
        },
      },
      PipelineInfo: {
        type: 'object',
        required: ['name', 'action', 'containers', 'runner'],
        properties: {
          name: {
            type: 'string',
          },
          action: {
            type: 'string',
            enum: ['configure', 'delete'],
          },
          runner: {
            $ref: '#/components/schemas/RunnerInfo',
          },
          containers: {
            type: 'array',
            items: {
              type: 'object',
              required: ['name', 'image'],
              properties: {
                name: {
                  type: 'string',
                },
                image: {
                  type: 'string',
                },
              },
            },
          },
        },
      },
      PromiseRevision: {
        type: 'object',
        required: ['id', 'version', 'current', 'createdAt'],
        properties: {
          id: {
            type: 'string',
          },
          version: {
            type: 'string',
          },
          current: {
            type: 'boolean',
          },
          createdAt: {
            type: 'string',
            format: 'date-time',
          },
        },
      },
      Requirement: {
        type: 'object',
        required: ['name', 'state', 'fulfilled'],
        properties: {
          name: {
            type: 'string',
          },
          version: {
            type: 'string',
          },
          fulfilled: {
            type: 'boolean',
          },
          title: {
            type: 'string',
            description: 'of the Promise where it is there',
          },
          icon: {
            type: 'string',
          },
          entityRef: {
            type: 'string',
          },
          state: {
            type: 'string',
            description: "Kratix's own words",
            'for example Requirement not installed': null,
          },
        },
      },
      NamespaceChoice: {
        type: 'object',
        required: ['namespace', 'owners'],
        properties: {
          namespace: {
            type: 'string',
            description: 'a name',
            'or a pattern with *': null,
          },
          owners: {
            type: 'array',
            items: {
              type: 'string',
            },
            description: 'entity refs that the caller may order for in it',
          },
        },
      },
      PromiseDetail: {
        allOf: [
          {
            $ref: '#/components/schemas/PromiseCard',
          },
          {
            type: 'object',
            required: [
              'links',
              'whatYouGet',
              'findings',
              'revisions',
              'pipelines',
              'namespaces',
            ],
            properties: {
              links: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/Link',
                },
              },
              whatYouGet: {
                type: 'array',
                items: {
                  type: 'string',
                },
              },
              schema: {
                type: 'object',
                additionalProperties: true,
                description:
                  'openAPIV3Schema of the storage version as admission uses it',
              },
              example: {
                type: 'object',
                additionalProperties: true,
                description: 'a spec that passes admission',
              },
              findings: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/Finding',
                },
              },
              revisions: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/PromiseRevision',
                },
              },
              pipelines: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/PipelineInfo',
                },
              },
              namespaces: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/NamespaceChoice',
                },
              },
              documentation: {
                type: 'string',
                description: 'Markdown',
              },
            },
          },
        ],
      },
      RequestMetadata: {
        type: 'object',
        additionalProperties: false,
        properties: {
          labels: {
            type: 'object',
            additionalProperties: {
              type: 'string',
            },
          },
          annotations: {
            type: 'object',
            additionalProperties: {
              type: 'string',
            },
          },
        },
      },
      RequestBody: {
        type: 'object',
        required: ['spec'],
        additionalProperties: false,
        properties: {
          metadata: {
            $ref: '#/components/schemas/RequestMetadata',
          },
          spec: {
            type: 'object',
            additionalProperties: true,
          },
          owner: {
            type: 'string',
            description:
              'entity ref; default is the only owner that the caller may order for',
          },
          comment: {
            type: 'string',
            maxLength: 2000,
          },
        },
      },
      ValidateBody: {
        type: 'object',
        required: ['spec'],
        additionalProperties: false,
        properties: {
          namespace: {
            type: 'string',
          },
          name: {
            type: 'string',
          },
          mustBeNew: {
            type: 'boolean',
            description:
              'A request of this name is an error at metadata.name, as If-None-Match "*" has it when ordering. Without it, the body is judged as a change of that request.',
          },
          metadata: {
            $ref: '#/components/schemas/RequestMetadata',
          },
          spec: {
            type: 'object',
            additionalProperties: true,
          },
          owner: {
            type: 'string',
          },
          comment: {
            type: 'string',
          },
        },
      },
      Verdict: {
        type: 'object',
        required: ['valid', 'errors', 'object'],
        properties: {
          valid: {
            type: 'boolean',
          },
          errors: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/FieldError',
            },
          },
          warnings: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/FieldError',
            },
          },
          object: {
            type: 'object',
            additionalProperties: true,
            description: 'pruned and defaulted as it would be stored',
          },
        },
      },
      PreviewBody: {
        type: 'object',
        required: ['namespace', 'name', 'spec'],
        additionalProperties: false,
        properties: {
          namespace: {
            type: 'string',
          },
          name: {
            type: 'string',
          },
          metadata: {
            $ref: '#/components/schemas/RequestMetadata',
          },
          spec: {
            type: 'object',
            additionalProperties: true,
          },
          owner: {
            type: 'string',
          },
          comment: {
            type: 'string',
          },
        },
      },
      Preview: {
        type: 'object',
        required: ['requests', 'isComplete', 'notes'],
        properties: {
          requests: {
            type: 'array',
            description:
              'The request itself first, each followed by those that belong to it.',
            items: {
              $ref: '#/components/schemas/PreviewedRequest',
            },
          },
          isComplete: {
            type: 'boolean',
            description:
              'Every pipeline was run to its end, so nothing else would come, change or go.',
          },
          notes: {
            type: 'array',
            description: 'What is not known before the order, in words.',
            items: {
              type: 'string',
            },
          },
        },
      },
      PreviewedRequest: {
        type: 'object',
        required: [
          'promise',
          'namespace',
          'name',
          'depth',
          'change',
          'outcome',
          'violations',
          'files',
        ],
        properties: {
          promise: {
            type: 'object',
            required: ['name', 'title'],
            properties: {
              name: {
                type: 'string',
              },
              title: {
                type: 'string',
              },
              icon: {
                type: 'string',
              },
            },
          },
          namespace: {
            type: 'string',
          },
          name: {
            type: 'string',
          },
          depth: {
            type: 'integer',
            description: '0 for the request itself',
            '1 for its parts': null,
          },
          change: {
            type: 'string',
            enum: ['Ordered', 'Changed', 'Unchanged', 'Deleted'],
          },
          outcome: {
            type: 'string',
            description:
              'Complete, every pipeline ended well; Failed; Waiting, a pipeline waits for something; Unknown, a pipeline can only be run for a real order.',
            enum: ['Complete', 'Failed', 'Waiting', 'Unknown'],
          },
          message: {
            type: 'string',
            description: 'Why it is not Complete.',
          },
          violations: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Violation',
            },
          },
          files: {
            type: 'array',
            description:
              'By Destination and path; those that stay as they are too.',
            items: {
              $ref: '#/components/schemas/PreviewedFile',
            },
          },
        },
      },
      PreviewedFile: {
        type: 'object',
        required: ['destination', 'path', 'change'],
        properties: {
          destination: {
            type: 'string',
            description: 'Empty where no Destination takes it.',
          },
          path: {
            type: 'string',
            description: 'whole path inside the state store',
          },
          change: {
            type: 'string',
            enum: ['Added', 'Changed', 'Removed', 'Unchanged'],
          },
          before: {
            type: 'string',
            description:
              'Text that is there now; absent where it is no text, or over 64 KiB.',
          },
          after: {
            type: 'string',
            description:
              'Text that would be written; absent where it is no text, or over 64 KiB.',
          },
        },
      },
      StateName: {
        type: 'string',
        enum: [
          'Pending',
          'Running',
          'Suspended',
          'Delivering',
          'Delivered',
          'Ready',
          'Degraded',
          'Failed',
          'Paused',
          'Deleting',
          'Deleted',
        ],
      },
      RequestState: {
        type: 'object',
        required: ['name', 'reason', 'message', 'since'],
        properties: {
          name: {
            $ref: '#/components/schemas/StateName',
          },
          reason: {
            type: 'string',
          },
          message: {
            type: 'string',
          },
          since: {
            type: 'string',
            format: 'date-time',
          },
          pipelineIndex: {
            type: 'integer',
            description: 'from 1',
          },
          pipelineCount: {
            type: 'integer',
          },
          pipeline: {
            type: 'string',
          },
          step: {
            type: 'string',
          },
          nextTryAt: {
            type: 'string',
            format: 'date-time',
          },
          violations: {
            type: 'array',
            description:
              'rules that the newest run found broken; those of severity error made it fail',
            items: {
              $ref: '#/components/schemas/Violation',
            },
          },
        },
      },
      Violation: {
        type: 'object',
        description:
          'a rule of a policy that a request, or a document that was rendered for it, breaks',
        required: ['rule', 'severity', 'message'],
        properties: {
          rule: {
            type: 'string',
            description: 'name of the rule',
          },
          policy: {
            type: 'string',
            description: 'name of the shared policy that it is from',
          },
          severity: {
            type: 'string',
            enum: ['error', 'warning'],
          },
          message: {
            type: 'string',
          },
          path: {
            type: 'string',
            description:
              'the field of the request to blame, for example spec.replicas',
          },
          file: {
            type: 'string',
            description: 'path below /kratix/output',
          },
          document: {
            type: 'string',
            description:
              'the document to blame, for example Deployment shop/orders',
          },
        },
      },
      Condition: {
        type: 'object',
        required: ['type', 'status', 'reason', 'message'],
        properties: {
          type: {
            type: 'string',
          },
          status: {
            type: 'string',
            enum: ['True', 'False', 'Unknown'],
          },
          reason: {
            type: 'string',
          },
          message: {
            type: 'string',
          },
          lastTransitionTime: {
            type: 'string',
            format: 'date-time',
          },
        },
      },
      Verb: {
        type: 'string',
        enum: ['retry', 'reconcile', 'pause', 'resume', 'cancel'],
      },
      Request: {
        type: 'object',
        required: [
          'uid',
          'platform',
          'promise',
          'namespace',
          'name',
          'owner',
          'requestedBy',
          'origin',
          'generation',
          'spec',
          'labels',
          'annotations',
          'state',
          'conditions',
          'etag',
          'createdAt',
          'updatedAt',
        ],
        properties: {
          uid: {
            type: 'string',
          },
          platform: {
            type: 'string',
          },
          promise: {
            type: 'object',
            required: ['name', 'title', 'entityRef'],
            properties: {
              name: {
                type: 'string',
              },
              title: {
                type: 'string',
              },
              entityRef: {
                type: 'string',
              },
              icon: {
                type: 'string',
              },
            },
          },
          api: {
            $ref: '#/components/schemas/PromiseApi',
          },
          namespace: {
            type: 'string',
          },
          name: {
            type: 'string',
          },
          owner: {
            type: 'string',
          },
          requestedBy: {
            type: 'string',
          },
          origin: {
            type: 'string',
            enum: ['ui', 'template', 'api', 'mcp', 'parent', 'cluster'],
          },
          parentUid: {
            type: 'string',
          },
          generation: {
            type: 'integer',
          },
          observedGeneration: {
            type: 'integer',
          },
          deliveredGeneration: {
            type: 'integer',
          },
          spec: {
            type: 'object',
            additionalProperties: true,
          },
          labels: {
            type: 'object',
            additionalProperties: {
              type: 'string',
            },
          },
          annotations: {
            type: 'object',
            additionalProperties: {
              type: 'string',
            },
          },
          state: {
            $ref: '#/components/schemas/RequestState',
          },
          conditions: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Condition',
            },
          },
          outputs: {
            type: 'object',
            additionalProperties: true,
            description: 'what the pipelines wrote to status.yaml',
          },
          revision: {
            $ref: '#/components/schemas/PromiseRevision',
          },
          etag: {
            type: 'string',
          },
          createdAt: {
            type: 'string',
            format: 'date-time',
          },
          updatedAt: {
            type: 'string',
            format: 'date-time',
          },
          deletedAt: {
            type: 'string',
            format: 'date-time',
          },
          can: {
            type: 'object',
            description:
              'what the caller may do with it, by permission and by what the platform knows',
            required: ['update', 'delete', 'retry', 'reconcile'],
            properties: {
              update: {
                type: 'boolean',
              },
              delete: {
                type: 'boolean',
              },
              retry: {
                type: 'boolean',
              },
              reconcile: {
                type: 'boolean',
              },
              pause: {
                type: 'boolean',
              },
              resume: {
                type: 'boolean',
              },
            },
          },
        },
      },
      RequestList: {
        type: 'object',
        required: ['items', 'total', 'facets'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Request',
            },
          },
          total: {
            type: 'integer',
          },
          nextCursor: {
            type: 'string',
          },
          deniedPermission: {
            type: 'string',
            description:
              'the permission that the caller lacks to see any request',
          },
          facets: {
            type: 'object',
            required: ['promises', 'namespaces', 'states', 'owners'],
            properties: {
              promises: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/Facet',
                },
              },
              namespaces: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/Facet',
                },
              },
              states: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/Facet',
                },
              },
              owners: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/Facet',
                },
              },
            },
          },
        },
      },
      Step: {
        type: 'object',
        required: [
          'id',
          'pipeline',
          'pipelineIndex',
          'container',
          'containerIndex',
          'image',
          'runner',
          'state',
        ],
        properties: {
          id: {
            type: 'string',
          },
          pipeline: {
            type: 'string',
          },
          pipelineIndex: {
            type: 'integer',
          },
          container: {
            type: 'string',
          },
          containerIndex: {
            type: 'integer',
          },
          image: {
            type: 'string',
          },
          runner: {
            type: 'string',
          },
          state: {
            type: 'string',
            enum: ['Pending', 'Running', 'Succeeded', 'Failed', 'Skipped'],
          },
          reason: {
            type: 'string',
          },
          message: {
            type: 'string',
          },
          exitCode: {
            type: 'integer',
          },
          logLines: {
            type: 'integer',
          },
          startedAt: {
            type: 'string',
            format: 'date-time',
          },
          finishedAt: {
            type: 'string',
            format: 'date-time',
          },
        },
      },
      Run: {
        type: 'object',
        required: [
          'id',
          'generation',
          'workflow',
          'trigger',
          'state',
          'steps',
          'createdAt',
        ],
        properties: {
          id: {
            type: 'string',
          },
          generation: {
            type: 'integer',
          },
          workflow: {
            type: 'string',
            enum: ['configure', 'delete'],
          },
          trigger: {
            type: 'string',
            enum: [
              'order',
              'change',
              'retry',
              'reconcile',
              'delete',
              'interval',
              'resume',
              'revision',
            ],
          },
          state: {
            type: 'string',
            enum: [
              'Pending',
              'Running',
              'Succeeded',
              'Failed',
              'Suspended',
              'Cancelled',
              'Superseded',
            ],
          },
          reason: {
            type: 'string',
          },
          message: {
            type: 'string',
          },
          actor: {
            type: 'string',
          },
          steps: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Step',
            },
          },
          createdAt: {
            type: 'string',
            format: 'date-time',
          },
          startedAt: {
            type: 'string',
            format: 'date-time',
          },
          finishedAt: {
            type: 'string',
            format: 'date-time',
          },
        },
      },
      Placement: {
        type: 'object',
        required: [
          'id',
          'destination',
          'pipeline',
          'directory',
          'state',
          'files',
        ],
        properties: {
          id: {
            type: 'string',
          },
          destination: {
            type: 'string',
          },
          pipeline: {
            type: 'string',
          },
          directory: {
            type: 'string',
          },
          path: {
            type: 'string',
            description: 'folder inside the state store',
          },
          state: {
            type: 'string',
            enum: [
              'Unscheduled',
              'Pending',
              'Written',
              'Failed',
              'Misplaced',
              'Removing',
              'Removed',
            ],
          },
          reason: {
            type: 'string',
          },
          message: {
            type: 'string',
          },
          commit: {
            type: 'string',
          },
          files: {
            type: 'integer',
          },
          writtenAt: {
            type: 'string',
            format: 'date-time',
          },
          nextTryAt: {
            type: 'string',
            format: 'date-time',
          },
        },
      },
      Generation: {
        type: 'object',
        required: [
          'generation',
          'spec',
          'actor',
          'origin',
          'decision',
          'createdAt',
        ],
        properties: {
          generation: {
            type: 'integer',
          },
          spec: {
            type: 'object',
            additionalProperties: true,
          },
          actor: {
            type: 'string',
          },
          origin: {
            type: 'string',
          },
          comment: {
            type: 'string',
          },
          decision: {
            type: 'string',
            enum: ['accepted', 'waiting', 'refused'],
          },
          revision: {
            type: 'string',
          },
          createdAt: {
            type: 'string',
            format: 'date-time',
          },
        },
      },
      RequestDetail: {
        allOf: [
          {
            $ref: '#/components/schemas/Request',
          },
          {
            type: 'object',
            required: [
              'runs',
              'placements',
              'ancestors',
              'children',
              'history',
            ],
            properties: {
              runs: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/Run',
                },
                description: 'newest first',
              },
              placements: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/Placement',
                },
              },
              ancestors: {
                type: 'array',
                description:
                  'the requests that this one belongs to, the outermost first',
                items: {
                  $ref: '#/components/schemas/RequestReference',
                },
              },
              children: {
                type: 'array',
                description:
                  "requests that this one's pipelines wrote, with theirs",
                items: {
                  $ref: '#/components/schemas/ChildRequest',
                },
              },
              history: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/Generation',
                },
                description: 'newest first',
              },
              catalog: {
                $ref: '#/components/schemas/RequestCatalog',
              },
            },
          },
        ],
      },
      RequestCatalog: {
        type: 'object',
        description: 'what the catalog shows of a request',
        required: ['entities', 'findings'],
        properties: {
          entityRef: {
            type: 'string',
            description: 'its own entity',
            'where it has one': null,
          },
          entities: {
            type: 'array',
            description: 'refs of the entities that were delivered for it',
            items: {
              type: 'string',
            },
          },
          findings: {
            type: 'array',
            description:
              'why something that was delivered does not appear in the catalog',
            items: {
              $ref: '#/components/schemas/Finding',
            },
          },
        },
      },
      CatalogEntityPage: {
        type: 'object',
        required: ['version', 'items'],
        properties: {
          version: {
            type: 'string',
            description: 'the same as long as the entities are',
          },
          unchanged: {
            type: 'boolean',
            description: 'the caller has them all',
          },
          items: {
            type: 'array',
            items: {
              type: 'object',
              required: ['locationKey', 'entity'],
              properties: {
                locationKey: {
                  type: 'string',
                },
                entity: {
                  type: 'object',
                  additionalProperties: true,
                },
              },
            },
          },
          next: {
            type: 'integer',
            description: 'pass as `after`; absent at the end',
          },
        },
      },
      CatalogPromiseList: {
        type: 'object',
        required: ['version', 'items'],
        properties: {
          version: {
            type: 'string',
            description: 'the same as long as the items are',
          },
          unchanged: {
            type: 'boolean',
            description: 'the caller has them all',
          },
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/CatalogPromise',
            },
          },
        },
      },
      CatalogPromise: {
        type: 'object',
        description: 'what a Template is made of',
        required: ['name', 'entityRef', 'title', 'tags', 'definitionSha256'],
        properties: {
          name: {
            type: 'string',
          },
          entityRef: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          description: {
            type: 'string',
          },
          owner: {
            type: 'string',
            description: 'entity ref',
          },
          category: {
            type: 'string',
          },
          tags: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          definitionSha256: {
            type: 'string',
            description: 'of the definition that the schema is in',
          },
        },
      },
      RequestReference: {
        type: 'object',
        required: ['uid', 'promise', 'namespace', 'name', 'state'],
        properties: {
          uid: {
            type: 'string',
          },
          promise: {
            type: 'object',
            required: ['name', 'title'],
            properties: {
              name: {
                type: 'string',
              },
              title: {
                type: 'string',
              },
              icon: {
                type: 'string',
              },
            },
          },
          namespace: {
            type: 'string',
          },
          name: {
            type: 'string',
          },
          state: {
            $ref: '#/components/schemas/RequestState',
          },
        },
      },
      ChildRequest: {
        type: 'object',
        description: 'a child, or a document that should be one and cannot',
        required: ['promise', 'namespace', 'name', 'children'],
        properties: {
          uid: {
            type: 'string',
            description: 'absent where there is no request',
          },
          promise: {
            type: 'object',
            required: ['name', 'title'],
            properties: {
              name: {
                type: 'string',
              },
              title: {
                type: 'string',
              },
              icon: {
                type: 'string',
              },
            },
          },
          namespace: {
            type: 'string',
          },
          name: {
            type: 'string',
          },
          state: {
            $ref: '#/components/schemas/RequestState',
          },
          problem: {
            type: 'object',
            description:
              'why the document does not become, or no longer is, this child',
            required: ['reason', 'message'],
            properties: {
              reason: {
                type: 'string',
                description: 'for example ChildNameTaken',
              },
              message: {
                type: 'string',
              },
            },
          },
          children: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/ChildRequest',
            },
          },
        },
      },
      RequestFile: {
        type: 'object',
        required: ['path', 'sha256', 'bytes', 'pipeline', 'placements'],
        properties: {
          path: {
            type: 'string',
            description: 'as the pipeline named it',
            'below /kratix/output': null,
          },
          sha256: {
            type: 'string',
          },
          bytes: {
            type: 'integer',
          },
          pipeline: {
            type: 'string',
          },
          placements: {
            type: 'array',
            items: {
              type: 'object',
              required: ['destination', 'path', 'state'],
              properties: {
                destination: {
                  type: 'string',
                },
                path: {
                  type: 'string',
                  description: 'whole path inside the state store',
                },
                state: {
                  type: 'string',
                },
                commit: {
                  type: 'string',
                },
              },
            },
          },
        },
      },
      FileList: {
        type: 'object',
        required: ['files'],
        properties: {
          files: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/RequestFile',
            },
          },
        },
      },
      StepLog: {
        type: 'object',
        required: ['lines', 'complete'],
        properties: {
          complete: {
            type: 'boolean',
            description: 'the step has ended and nothing follows',
          },
          lines: {
            type: 'array',
            items: {
              type: 'object',
              required: ['sequence', 'stream', 'at', 'text'],
              properties: {
                sequence: {
                  type: 'integer',
                },
                stream: {
                  type: 'string',
                  enum: ['stdout', 'stderr'],
                },
                at: {
                  type: 'string',
                  format: 'date-time',
                },
                text: {
                  type: 'string',
                },
              },
            },
          },
        },
      },
      PromisesEvent: {
        type: 'object',
        required: ['position', 'type', 'version', 'at', 'payload'],
        properties: {
          position: {
            type: 'string',
            description: 'decimal',
            'rising in commit order': null,
          },
          type: {
            type: 'string',
          },
          version: {
            type: 'integer',
          },
          at: {
            type: 'string',
            format: 'date-time',
          },
          actor: {
            type: 'string',
          },
          promise: {
            type: 'string',
          },
          requestUid: {
            type: 'string',
          },
          namespace: {
            type: 'string',
          },
          runId: {
            type: 'string',
          },
          stepId: {
            type: 'string',
          },
          destination: {
            type: 'string',
          },
          payload: {
            type: 'object',
            additionalProperties: true,
          },
        },
      },
      EventList: {
        type: 'object',
        required: ['items', 'reset'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/PromisesEvent',
            },
          },
          next: {
            type: 'string',
            description: 'position to pass as after',
          },
          reset: {
            type: 'boolean',
            description:
              'the cursor was older than what is kept; read the state anew',
          },
        },
      },
      StateStore: {
        type: 'object',
        required: ['kind', 'name', 'state'],
        properties: {
          kind: {
            type: 'string',
            enum: ['GitStateStore', 'BucketStateStore'],
          },
          name: {
            type: 'string',
          },
          url: {
            type: 'string',
          },
          branch: {
            type: 'string',
          },
          state: {
            type: 'string',
            enum: [
              'Unknown',
              'Ready',
              'NotReady',
              'Disconnected',
              'Untrusted',
              'Invalid',
            ],
          },
          reason: {
            type: 'string',
          },
          message: {
            type: 'string',
          },
        },
      },
      Destination: {
        type: 'object',
        required: [
          'name',
          'entityRef',
          'labels',
          'path',
          'state',
          'placements',
          'findings',
        ],
        properties: {
          name: {
            type: 'string',
          },
          entityRef: {
            type: 'string',
          },
          labels: {
            type: 'object',
            additionalProperties: {
              type: 'string',
            },
          },
          path: {
            type: 'string',
          },
          mode: {
            type: 'string',
            enum: ['nestedByMetadata', 'none', 'aggregatedYAML'],
          },
          strictMatchLabels: {
            type: 'boolean',
          },
          fulfilsRequests: {
            type: 'boolean',
          },
          catalog: {
            type: 'boolean',
            description:
              'what is delivered there is read back into the catalog',
          },
          state: {
            type: 'string',
            enum: [
              'Ready',
              'NotReady',
              'Disconnected',
              'Untrusted',
              'Invalid',
              'Removing',
            ],
          },
          reason: {
            type: 'string',
          },
          message: {
            type: 'string',
          },
          stateStore: {
            $ref: '#/components/schemas/StateStore',
          },
          placements: {
            type: 'integer',
          },
          failedPlacements: {
            type: 'integer',
          },
          lastCommit: {
            type: 'string',
          },
          lastWrittenAt: {
            type: 'string',
            format: 'date-time',
          },
          foreignFiles: {
            type: 'object',
            required: ['count', 'examples'],
            description:
              'files below its path that belong to no request and no Promise here, as the last comparison found them; they are left alone. Absent where there are none.',
            properties: {
              count: {
                type: 'integer',
              },
              examples: {
                type: 'array',
                items: {
                  type: 'string',
                },
                description:
                  'the first 100 by path, from the root of the repository',
              },
            },
          },
          comparedAt: {
            type: 'string',
            format: 'date-time',
            description:
              'when what is there was last compared with what should be',
          },
          findings: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Finding',
            },
          },
        },
      },
      DestinationList: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Destination',
            },
          },
          canDelete: {
            type: 'boolean',
          },
        },
      },
      Health: {
        type: 'object',
        required: ['ready', 'loops'],
        properties: {
          ready: {
            type: 'boolean',
          },
          loops: {
            type: 'array',
            items: {
              type: 'object',
              required: ['name', 'running', 'restarts'],
              properties: {
                name: {
                  type: 'string',
                  description:
                    'queue, which takes up work, or events, which reads the event log',
                },
                running: {
                  type: 'boolean',
                },
                restarts: {
                  type: 'integer',
                  description: 'how often it hung and was begun anew',
                },
                lastTurnMs: {
                  type: 'integer',
                  description:
                    'milliseconds since its last turn; absent before it is started',
                },
              },
            },
          },
        },
      },
      DoctorStatus: {
        type: 'string',
        enum: ['ok', 'warning', 'error'],
      },
      DoctorReport: {
        type: 'object',
        required: ['at', 'status', 'checks'],
        properties: {
          at: {
            type: 'string',
            format: 'date-time',
          },
          status: {
            $ref: '#/components/schemas/DoctorStatus',
          },
          checks: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/DoctorCheck',
            },
          },
        },
      },
      DoctorCheck: {
        type: 'object',
        required: ['id', 'area', 'title', 'status', 'durationMs', 'results'],
        properties: {
          id: {
            type: 'string',
            description: 'for example state-stores',
          },
          area: {
            type: 'string',
            enum: ['catalog', 'promises', 'delivery', 'backend', 'permissions'],
          },
          title: {
            type: 'string',
          },
          status: {
            $ref: '#/components/schemas/DoctorStatus',
          },
          durationMs: {
            type: 'integer',
          },
          results: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/DoctorResult',
            },
          },
        },
      },
      DoctorResult: {
        type: 'object',
        required: ['status', 'message'],
        properties: {
          status: {
            $ref: '#/components/schemas/DoctorStatus',
          },
          subject: {
            type: 'string',
            description: 'what it is about, for example GitStateStore/default',
          },
          entityRef: {
            type: 'string',
            description: 'entity of the subject in the catalog',
          },
          message: {
            type: 'string',
          },
          remedy: {
            $ref: '#/components/schemas/DoctorRemedy',
          },
        },
      },
      DoctorRemedy: {
        type: 'object',
        required: ['text'],
        properties: {
          text: {
            type: 'string',
            description: 'what to do',
          },
          file: {
            type: 'string',
            description: 'where the snippet goes, for example app-config.yaml',
          },
          language: {
            type: 'string',
            enum: ['yaml', 'typescript', 'shell'],
          },
          snippet: {
            type: 'string',
            description: 'lines to copy',
          },
        },
      },
    },
  },
};
