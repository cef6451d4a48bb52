export { FunctionRunner, type FunctionRunnerOptions } from './FunctionRunner';
export {
  defaultFunctionImages,
  matchFunctionImage,
  type FunctionImage,
} from './matchFunctionImage';
