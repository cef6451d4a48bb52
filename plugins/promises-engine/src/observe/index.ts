export type {
  EngineObserver,
  PushOutcome,
  WorkOutcome,
} from './EngineObserver';
export { readEngineGauges } from './readEngineGauges';
export type { EngineGauges, QueueGauge } from './readEngineGauges';
