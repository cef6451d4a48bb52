import type { Budget } from '../evaluation/Budget';
import { typeNameOf } from '../values/typeNameOf';
import type { FunctionOverload } from './FunctionOverload';
import type { SignatureInputs } from './SignatureInputs';
import { splitTypes } from './splitTypes';

/** What a function does with arguments of the types in its signature. */
type Implementations<Signature extends string> = {
  readonly [Key in Signature]: (
    inputs: SignatureInputs<Key>,
    budget: Budget,
  ) => unknown;
};

const SIGNATURE = /^(.+)\((.*)\): (.+)$/;
const TYPE =
  /^(?:string|int|uint|double|bool|bytes|dyn|type|map|null|timestamp|duration|[A-Z][A-Za-z]*|(?:list|optional)<.+>)$/;
const FULL_NAMES: Readonly<Record<string, string>> = {
  timestamp: 'google.protobuf.Timestamp',
  duration: 'google.protobuf.Duration',
  optional: 'optional_type',
  null: 'null_type',
  Quantity: 'kubernetes.Quantity',
  URL: 'kubernetes.URL',
  Semver: 'kubernetes.Semver',
  Format: 'kubernetes.NamedFormat',
  IP: 'net.IP',
  CIDR: 'net.CIDR',
};

/** The name that `typeNameOf` gives values of a type; undefined for `dyn` and type parameters. */
function runtimeName(type: string): string | undefined {
  if (type === 'dyn' || /^[A-Z]$/.test(type)) return undefined;
  const [base] = type.split('<');
  return FULL_NAMES[base] ?? base;
}

function declare(
  signature: string,
  call: FunctionOverload['call'],
  kubernetes: boolean,
): FunctionOverload {
  const match = SIGNATURE.exec(signature);
  if (!match) throw new Error(`Not a signature: ${signature}`);
  const [, path, list, result] = match;
  const dot = path.lastIndexOf('.');
  const before = path.slice(0, Math.max(dot, 0));
  const method = TYPE.test(before);
  const parameters = [...(method ? [before] : []), ...splitTypes(list)];
  const names = parameters.map(runtimeName);
  return {
    name: method ? path.slice(dot + 1) : path,
    method,
    signature,
    parameters,
    result,
    kubernetes,
    matches: inputs =>
      names.every(
        (name, index) =>
          name === undefined || name === typeNameOf(inputs[index]),
      ),
    call,
  };
}

/** Declares functions by their signatures: `string.trim(): string` is a method, `lists.range(int): list<int>` is not. */
export function declareFunctions<Signature extends string>(
  implementations: Implementations<Signature>,
  { kubernetes = true }: { kubernetes?: boolean } = {},
): readonly FunctionOverload[] {
  // `matches` makes sure that a call gets what its signature says.
  const calls = Object.entries(implementations) as Array<
    [string, FunctionOverload['call']]
  >;
  return calls.map(([signature, call]) => declare(signature, call, kubernetes));
}
