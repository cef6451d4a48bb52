export {
  compileExpression,
  type CompiledExpression,
  type ExpressionOptions,
} from './compileExpression';
export { ExpressionError, type ExpressionPosition } from './ExpressionError';
export {
  compileTemplate,
  type CompiledTemplate,
} from './template/compileTemplate';
