import { Fault } from '../evaluation/Fault';
import { encodeBase64 } from '../values/encodeBase64';
import { charge } from './charge';
import { declareFunctions } from './declareFunctions';

/** Encodings; not in Kubernetes' rules. */
export const encodingFunctions = declareFunctions(
  {
    'base64.encode(bytes): string': ([bytes], budget) => {
      charge(budget, bytes.length);
      return encodeBase64(bytes);
    },
    'base64.decode(string): bytes': ([text], budget) => {
      charge(budget, text.length);
      try {
        return Uint8Array.from(atob(text), unit => unit.charCodeAt(0));
      } catch {
        throw new Fault(`${JSON.stringify(text)} is no base64`);
      }
    },
    'string.reverse(): string': ([text]) => [...text].reverse().join(''),
  },
  { kubernetes: false },
);
