import { Fault } from '../evaluation/Fault';
import { CelUint } from '../values/CelUint';
import type { ListValue } from '../values/ListValue';
import { typeNameOf } from '../values/typeNameOf';
import { formatNumber } from './formatNumber';
import { formatValue } from './formatValue';

const CLAUSE = /%(?:(%)|(?:\.(\d+))?([a-zA-Z])|(.|$))/gsu;
const MOST_DIGITS = 1000;

/** `"…".format([…])`: the clauses %s %d %f %e %x %X %o %b and %%. */
export function formatText(text: string, values: ListValue): string {
  let index = 0;
  return text.replace(
    CLAUSE,
    (_clause, percent?: string, precision?: string, verb?: string) => {
      if (percent) return '%';
      if (!verb) throw new Fault('a % in a format needs a clause: %s, %d, %%');
      if (index >= values.length)
        throw new Fault(
          `the format has more clauses than its ${values.length} values`,
        );
      const digits = precision === undefined ? undefined : Number(precision);
      if (digits !== undefined && digits > MOST_DIGITS)
        throw new Fault(`a precision is at most ${MOST_DIGITS}`);
      const value = values.at(index++);
      if (verb === 's') return formatValue(value);
      const plain = value instanceof CelUint ? value.value : value;
      const formatted = formatNumber(verb, plain, digits);
      if (formatted !== undefined) return formatted;
      throw new Fault(`%${verb} does not print ${typeNameOf(value)}`);
    },
  );
}
