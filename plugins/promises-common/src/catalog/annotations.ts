/** Group of Kratix's kinds. @public */
export const KRATIX_GROUP = 'platform.kratix.io';
/** API version of Kratix's kinds. @public */
export const KRATIX_API_VERSION = 'platform.kratix.io/v1alpha1';

/** Label of Kratix: version of a Promise. @public */
export const LABEL_PROMISE_VERSION = 'kratix.io/promise-version';

/** Title on the card. Default: the name in words. @public */
export const ANNOTATION_TITLE = 'promissory.io/title';
/** One or two sentences on the card. @public */
export const ANNOTATION_DESCRIPTION = 'promissory.io/description';
/** Entity ref of the owner. @public */
export const ANNOTATION_OWNER = 'promissory.io/owner';
/** Name of a system icon, or of one of the icons that the marketplace brings. @public */
export const ANNOTATION_ICON = 'promissory.io/icon';
/** Category of the marketplace. @public */
export const ANNOTATION_CATEGORY = 'promissory.io/category';
/** Comma separated tags. @public */
export const ANNOTATION_TAGS = 'promissory.io/tags';
/** YAML list of {url, title, icon}. @public */
export const ANNOTATION_LINKS = 'promissory.io/links';
/** YAML list of sentences: what an order brings. @public */
export const ANNOTATION_WHAT_YOU_GET = 'promissory.io/what-you-get';
/** YAML of a spec that shows what an order looks like. @public */
export const ANNOTATION_EXAMPLE = 'promissory.io/example';
/** Markdown shown on the Promise page. @public */
export const ANNOTATION_DOCUMENTATION = 'promissory.io/documentation';
/** On a Destination: documents placed here that are requests of known Promises are fulfilled by this platform. @public */
export const ANNOTATION_FULFILS_REQUESTS = 'promissory.io/fulfils-requests';
/** On a Destination, `true`: catalog entities that are delivered there appear in the catalog. @public */
export const ANNOTATION_CATALOG = 'promissory.io/catalog';

/** On a Promise, `true`: its action is offered as an MCP tool too. @public */
export const ANNOTATION_MCP = 'promissory.io/mcp';
/** On a Promise, `false`: the catalog gets no Template for it. @public */
export const ANNOTATION_TEMPLATE = 'promissory.io/template';

/** On the slim entity: sha256 of the definition in the promises backend. @public */
export const ANNOTATION_DEFINITION_HASH = 'promissory.io/definition-sha256';
/** On the Resource entity of a request, and on the entities that were delivered for it: its uid. @public */
export const ANNOTATION_REQUEST_UID = 'promissory.io/request-uid';

/** `spec.type` of the Resource entity of a request. @public */
export const REQUEST_ENTITY_TYPE = 'promise-request';
/** On a request: what placed it, so that a repeated step finds its own order again instead of placing another. @public */
export const ANNOTATION_ORDER_KEY = 'promissory.io/order-key';
/** On a request: what changed it last on behalf of a template, so that a repeated step does not change it again. @public */
export const ANNOTATION_CHANGE_KEY = 'promissory.io/change-key';

/** Topic of events that the catalog module publishes; payload {@link PromiseEntityEvent}. @public */
export const EVENT_TOPIC_ENTITY = 'promises.catalog.entity';
/**
 * Topic of events that the promises backend publishes when what the catalog is to show of requests may have changed; no
 * payload: who listens reads anew. @public
 */
export const EVENT_TOPIC_CATALOG_CHANGED = 'promises.catalog.changed';
