import type { components, operations } from './generated/openapi';

type Schemas = components['schemas'];

/** A card of the marketplace. @public */
export type PromiseCard = Schemas['PromiseCard'];
/** One Promise with what its page and form need. @public */
export type PromiseDetail = Schemas['PromiseDetail'];
/** One page of cards with facets. @public */
export type PromiseList = Schemas['PromiseList'];
/** Whether a Promise takes orders, and why not. @public */
export type PromiseAvailability = Schemas['Availability'];
/** Which runner a Promise's pipelines have here, or what is missing. @public */
export type RunnerInfo = Schemas['RunnerInfo'];
/** What a linter or the registry found. @public */
export type Finding = Schemas['Finding'];
/** A value with its count. @public */
export type Facet = Schemas['Facet'];
/** A problem at a JSON path. @public */
export type FieldError = Schemas['FieldError'];
/** The verdict of admission. @public */
export type Verdict = Schemas['Verdict'];
/** The body of an order or a change. @public */
export type RequestBody = Schemas['RequestBody'];
/** The body of a validation. @public */
export type ValidateBody = Schemas['ValidateBody'];
/** The body of a preview. @public */
export type PreviewBody = Schemas['PreviewBody'];
/** What an order or a change would bring. @public */
export type Preview = Schemas['Preview'];
/** A request that would come, change or go. @public */
export type PreviewedRequest = Schemas['PreviewedRequest'];
/** A file that would be written, changed or removed. @public */
export type PreviewedFile = Schemas['PreviewedFile'];
/** One request as lists show it. @public */
export type ResourceRequest = Schemas['Request'];
/** One request with runs, placements, children and history. @public */
export type ResourceRequestDetail = Schemas['RequestDetail'];
/** One page of requests with facets. @public */
export type ResourceRequestList = Schemas['RequestList'];
/** The one truthful state of a request. @public */
export type RequestState = Schemas['RequestState'];
/** A rule of a policy that a request, or a document rendered for it, breaks. @public */
export type PolicyViolation = Schemas['Violation'];
/** A request as its relatives show it. @public */
export type RequestReference = Schemas['RequestReference'];
/** A child of a request with its own children, or a document that should be one and cannot. @public */
export type ChildRequest = Schemas['ChildRequest'];
/** A Promise that another one requires. @public */
export type PromiseRequirement = Schemas['Requirement'];
/** What a Template of a Promise is made of. @public */
export type CatalogPromise = Schemas['CatalogPromise'];
/** The Promises that are to have a Template. @public */
export type CatalogPromiseList = Schemas['CatalogPromiseList'];
/** Names of the states. @public */
export type RequestStateName = Schemas['StateName'];
/** A Kubernetes condition. @public */
export type Condition = Schemas['Condition'];
/** Day-2 verbs. @public */
export type RequestVerb = Schemas['Verb'];
/** One execution of a workflow. @public */
export type Run = Schemas['Run'];
/** One container of one pipeline in a run. @public */
export type Step = Schemas['Step'];
/** Lines of a step's log. @public */
export type StepLog = Schemas['StepLog'];
/** One group of a Work at one Destination. @public */
export type Placement = Schemas['Placement'];
/** What was asked for, once. @public */
export type RequestGeneration = Schemas['Generation'];
/** A file that a request's pipelines wrote. @public */
export type RequestFile = Schemas['RequestFile'];
/** An event of the log. @public */
export type PromisesEvent = Schemas['PromisesEvent'];
/** A page of events. @public */
export type PromisesEventList = Schemas['EventList'];
/** A Destination with its state store. @public */
export type DestinationInfo = Schemas['Destination'];
/** All Destinations. @public */
export type DestinationList = Schemas['DestinationList'];
/** A state store and its health. @public */
export type StateStoreInfo = Schemas['StateStore'];
/** How every part of the installation is. @public */
export type DoctorReport = Schemas['DoctorReport'];
/** One part of the installation. @public */
export type DoctorCheck = Schemas['DoctorCheck'];
/** What was found of one subject of a check. @public */
export type DoctorResult = Schemas['DoctorResult'];
/** What mends something. @public */
export type DoctorRemedy = Schemas['DoctorRemedy'];
/** Whether a replica does its work. @public */
export type Health = Schemas['Health'];
/** From good to bad: ok, warning, error. @public */
export type DoctorStatus = Schemas['DoctorStatus'];
/** A revision of a Promise. @public */
export type PromiseRevisionInfo = Schemas['PromiseRevision'];
/** A required Promise and its state. @public */
export type Requirement = Schemas['Requirement'];
/** A pipeline and who can run it. @public */
export type PipelineInfo = Schemas['PipelineInfo'];
/** A namespace that the caller may order in, and for whom. @public */
export type NamespaceChoice = Schemas['NamespaceChoice'];
/** The API that a Promise offers. @public */
export type PromiseApi = Schemas['PromiseApi'];
/** Where something can be looked up. @public */
export type PromiseLink = Schemas['Link'];

/** What the catalog shows of a request. @public */
export type RequestCatalog = Schemas['RequestCatalog'];
/** A page of the entities that the catalog is to show. @public */
export type CatalogEntityPage = Schemas['CatalogEntityPage'];

/** Filters of the marketplace. @public */
export type ListPromisesQuery = NonNullable<
  operations['listPromises']['parameters']['query']
>;
/** Filters of the list of requests. @public */
export type ListRequestsQuery = NonNullable<
  operations['listRequests']['parameters']['query']
>;
