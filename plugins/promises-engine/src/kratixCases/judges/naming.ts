import { z } from 'zod/v4';
import { objectName } from '../../scheduling/objectName';
import { judgeOf, type Judge } from '../Judge';

export const naming: readonly Judge[] = [
  judgeOf(
    z.strictObject({
      fn: z.literal('GenerateDeterministicObjectName'),
      name: z.string(),
      hashingInputs: z.array(z.string()).default([]),
    }),
    ({ name, hashingInputs }, expect) => {
      expect.equal('name', objectName(name, ...hashingInputs));
    },
  ),
  judgeOf(
    // What is random there comes here from what it is for: the same thing has the same name.
    z.strictObject({ fn: z.literal('GenerateObjectName'), name: z.string() }),
    ({ name }, expect) => {
      expect.matches('nameMatches', objectName(name, 'whose it is'));
    },
  ),
];
