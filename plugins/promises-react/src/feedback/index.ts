export { ConnectionBanner } from './ConnectionBanner';
export { describeError, type ErrorDescription } from './describeError';
export { EmptyState, type EmptyStateProps } from './EmptyState';
export { ErrorState, type ErrorStateProps } from './ErrorState';
export { LoadingState, type LoadingStateProps } from './LoadingState';
export { NotFoundState, type NotFoundStateProps } from './NotFoundState';
