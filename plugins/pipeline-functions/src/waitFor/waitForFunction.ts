import { stringify } from 'yaml';
import { getFact } from '../pipelineFunction/getFact';
import type {
  FactInput,
  FunctionInput,
  FunctionOutput,
  PipelineFunction,
} from '../pipelineFunction/types';
import { decideWait } from './decideWait';
import { waitForOptionsSchema } from './optionsSchema';
import { readWaitOptions, WAIT_FOR } from './readWaitOptions';
import { waitForExample } from './waitForExample';

const CONTROL_FILE = 'workflow-control.yaml';

/** Why a run is suspended, for those who know the word: it may look again when one of the requests changes. */
const REASON = 'WaitingForRequests';

/** Suspends the workflow until requests are delivered. @public */
export const waitForFunction: PipelineFunction = {
  name: WAIT_FOR,
  title: 'Wait for requests',
  description:
    'Suspends the workflow until the children of the request, or requests that it names, are delivered.',
  optionsSchema: waitForOptionsSchema,
  example: waitForExample,
  facts(input: FactInput) {
    const { requests } = readWaitOptions(input);
    return {
      attempts: { kind: 'attempts' },
      waited: requests ? { kind: 'requests', requests } : { kind: 'children' },
    };
  },
  run(input: FunctionInput): FunctionOutput {
    const options = readWaitOptions(input);
    const requests = getFact(
      input,
      'waited',
      options.requests ? 'requests' : 'children',
    );
    const waiting = decideWait(
      {
        requests,
        attempts: getFact(input, 'attempts', 'attempts'),
        now: input.now,
      },
      options,
    );
    if (waiting === undefined) {
      input.log(
        `${requests.length} of ${requests.length} are ${options.state}`,
      );
      return { output: new Map(), metadata: new Map() };
    }
    input.log(`${waiting}; looks again after ${options.retryAfter}`);
    return {
      output: new Map(),
      metadata: new Map([
        [
          CONTROL_FILE,
          new TextEncoder().encode(
            stringify({
              suspend: true,
              retryAfter: options.retryAfter,
              reason: REASON,
              message: waiting,
            }),
          ),
        ],
      ]),
    };
  },
};
