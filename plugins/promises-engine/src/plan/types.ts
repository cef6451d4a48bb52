export type * from './actions';
export type * from './snapshot';
export type {
  DestinationFacts,
  PlacementFacts,
  WorkFacts,
} from '../scheduling/types';
