export type { EngineHealth } from './EngineHealth';
export { listRegistryHealth } from './listRegistryHealth';
export type {
  RegisteredHealth,
  RegisteredPromiseHealth,
} from './listRegistryHealth';
export { readDatabaseHealth } from './readDatabaseHealth';
export type { DatabaseHealth } from './readDatabaseHealth';
export { readDatabaseTime } from './readDatabaseTime';
export { readQueueHealth } from './readQueueHealth';
export type { FailingWork, QueueHealth } from './readQueueHealth';
export type { LoopHealth } from '../queue/SupervisedLoop';
export type { SignalProbe } from '../database/signals/probeSignals';
export type {
  StateStoreProbe,
  StateStoreProbePhase,
} from '../delivery/store/probeStateStore';
