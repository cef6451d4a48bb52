export { probeSignals } from './probeSignals';
export { signalHub } from './signalHub';
export { raiseSignal } from './raiseSignal';
export { SignalReceiver } from './SignalReceiver';
export type { SignalListener, SignalTopic } from './types';
