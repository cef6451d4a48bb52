import { Fault } from '../evaluation/Fault';
import { declareFunctions } from './declareFunctions';
import { Semver } from './Semver';

function read(text: string, normalize?: boolean): Semver {
  const version = Semver.parse(text, normalize);
  if (version) return version;
  throw new Fault(`${JSON.stringify(text)} is no version of semver.org`);
}

/** Versions of semver.org. */
export const semverFunctions = declareFunctions({
  'isSemver(string): bool': ([text]) => Semver.parse(text) !== undefined,
  'isSemver(string, bool): bool': ([text, normalize]) =>
    Semver.parse(text, normalize) !== undefined,
  'semver(string): Semver': ([text]) => read(text),
  'semver(string, bool): Semver': ([text, normalize]) => read(text, normalize),
  'Semver.major(): int': ([version]) => version.numbers[0],
  'Semver.minor(): int': ([version]) => version.numbers[1],
  'Semver.patch(): int': ([version]) => version.numbers[2],
  'Semver.isGreaterThan(Semver): bool': ([left, right]) =>
    left.compareTo(right) > 0,
  'Semver.isLessThan(Semver): bool': ([left, right]) =>
    left.compareTo(right) < 0,
  'Semver.compareTo(Semver): int': ([left, right]) =>
    BigInt(left.compareTo(right)),
});
