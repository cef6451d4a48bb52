/**
 * Orders of the golden path that break company standards, for tests at every level.
 *
 * @packageDocumentation
 */
export {
  breakStandards,
  standardsViolations,
  validMicroserviceSpec,
  type StandardsViolation,
} from './standards/standardsViolations';
