import type { RunnerLimits } from '@promissory/plugin-promises-node';
import {
  failedAnswer,
  type ContainerAnswer,
  type Files,
} from './containerAnswer';

/** Fails where the files of all containers together are more than the pipeline may leave. */
export function boundOutput(
  before: Files,
  answer: ContainerAnswer,
  { outputBytes, outputFiles }: RunnerLimits,
): ContainerAnswer {
  const files = [...new Map([...before, ...answer.output]).values()];
  const bytes = files.reduce((sum, { byteLength }) => sum + byteLength, 0);
  return files.length > outputFiles || bytes > outputBytes
    ? failedAnswer(
        'OutputTooLarge',
        `the output of the pipeline is larger than ${outputBytes} bytes or ${outputFiles} files`,
        { log: answer.log, violations: answer.violations },
      )
    : answer;
}
