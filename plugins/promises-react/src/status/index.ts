export {
  AvailabilityChip,
  type AvailabilityChipProps,
} from './AvailabilityChip';
export { ConditionList, type ConditionListProps } from './ConditionList';
export { requestStateLook, type RequestStateLook } from './requestStateLook';
export {
  RequestStateChip,
  type RequestStateChipProps,
} from './RequestStateChip';
export { StatusChip, type StatusChipProps } from './StatusChip';
export { StepStateIcon, type StepStateIconProps } from './StepStateIcon';
export type { Tone } from './Tone';
